package org.freihafen.privacy;

import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Duty;
import org.freihafen.access.DutyHeld;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.erasure.Pierhead;
import org.freihafen.governance.Harbour;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.Role;
import org.freihafen.requests.InMemoryChangeRequests;
import org.freihafen.requests.RequestingChanges;
import org.freihafen.retention.ShippedRetention;

import java.util.List;
import java.util.Optional;

/** The harbour with Bo as its member office and Dan on Saxony's board. */
public final class DataOffice {
    public final Pierhead pier = new Pierhead();
    public final Harbour harbour = pier.harbour;
    public final InMemoryRightsRequests rights = new InMemoryRightsRequests();
    public final InMemoryReleases releases = new InMemoryReleases();
    public final InMemoryChangeRequests changes = new InMemoryChangeRequests();
    public final PersonId office = harbour.bo;
    public final PersonId board = harbour.dan;

    public DataOffice() {
        harbour.duties.give(
                new DutyHeld(
                        office, Duty.MEMBER_OFFICE, harbour.federation.id(), Optional.empty()));
        harbour.belong(board, harbour.board, Role.MEMBER);
    }

    public static Actor as(PersonId person) {
        return Actor.of(person);
    }

    public AskingByRight askingByRight() {
        return new AskingByRight(
                harbour.access, rights, pier.erasing(), harbour.trail, harbour.ids, harbour.clock);
    }

    public Releasing releasing() {
        return new Releasing(
                harbour.access,
                releases,
                harbour.people,
                harbour.memberships,
                harbour.units,
                harbour.trail,
                harbour.ids,
                harbour.clock);
    }

    public RequestingChanges requestingChanges() {
        return new RequestingChanges(
                harbour.access, changes, harbour.trail, harbour.ids, harbour.clock);
    }

    public ReadingRecord readingRecord() {
        return new ReadingRecord(
                harbour.access,
                _ -> List.of(),
                harbour.people,
                harbour.accounts,
                harbour.memberships,
                harbour.units,
                ShippedRetention.read(),
                harbour.trail,
                harbour.clock);
    }

    public static <T> T done(Decision<T> decision) {
        return switch (decision) {
            case Decision.Done<T>(T value) -> value;
            case Decision.Refused<T>(var why) -> throw new AssertionError(why.toString());
        };
    }

    static Rule rule(Decision<?> decision) {
        return decision.refusal().orElseThrow().rule();
    }
}
