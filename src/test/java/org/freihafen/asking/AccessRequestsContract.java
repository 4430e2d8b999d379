package org.freihafen.asking;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.asking.AccessRequest.Outcome;
import org.freihafen.asking.AccessRequest.Stage;
import org.freihafen.groups.Part;
import org.freihafen.ids.GrantId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.shares.Permission;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What every {@link AccessRequests} keeps. */
public abstract class AccessRequestsContract {
    private static final Instant NOW = Instant.parse("2026-03-01T10:15:30.123456Z");

    protected abstract AccessRequests requests();

    protected abstract PersonId somebody();

    protected abstract UnitId someUnit();

    protected abstract GrantId someGrant();

    private AccessRequest request(int number, UnitId by, UnitId of) {
        return new AccessRequest(
                new UUID(4, number),
                by,
                Part.LEADS,
                of,
                somebody(),
                "Protokolle",
                Set.of(Permission.READ, Permission.CREATE),
                Optional.of(LocalDate.of(2026, 12, 31)),
                "für den Sommer",
                NOW.plusSeconds(number),
                NOW.plus(Duration.ofDays(30)),
                Optional.empty());
    }

    private static AccessRequest ended(AccessRequest request, PersonId by) {
        return request.ended(
                new Outcome(Stage.REFUSED, Optional.of(by), NOW, Optional.empty(), "nein"));
    }

    @Test
    void a_request_comes_back_as_it_was_made() {
        AccessRequest made = request(1, someUnit(), someUnit());
        requests().add(made);

        assertThat(requests().byId(made.id())).contains(made);
        assertThat(requests().byId(new UUID(4, 9))).isEmpty();
    }

    @Test
    void what_came_of_it_is_kept_and_it_waits_no_more() {
        AccessRequest waits = request(1, someUnit(), someUnit());
        AccessRequest ended = ended(request(2, someUnit(), someUnit()), somebody());
        AccessRequest lapses = request(3, someUnit(), someUnit());
        requests().add(waits);
        requests().add(ended);
        requests().add(lapses);

        AccessRequest lapsed =
                lapses.ended(
                        new Outcome(Stage.LAPSED, Optional.empty(), NOW, Optional.empty(), ""));
        requests().save(lapsed);

        assertThat(requests().byId(ended.id())).contains(ended);
        assertThat(requests().byId(lapses.id())).contains(lapsed);
        assertThat(requests().waiting()).containsExactly(waits);
    }

    @Test
    void it_is_found_by_both_sides_newest_first_and_waits_for_the_one_that_was_asked() {
        UnitId here = someUnit();
        UnitId there = someUnit();
        AccessRequest first = request(1, here, there);
        AccessRequest second = request(2, there, here);
        AccessRequest third = request(3, someUnit(), there);
        AccessRequest answered = ended(request(4, here, there), somebody());
        List.of(third, answered, second, first).forEach(requests()::add);

        assertThat(requests().about(here)).containsExactly(answered, second, first);
        assertThat(requests().waitingFor(List.of(there))).containsExactly(first, third);
        assertThat(requests().waitingFor(List.of(here, there)))
                .containsExactly(first, second, third);
    }

    @Test
    void a_grant_leads_back_to_the_request_that_it_answered() {
        GrantId grant = someGrant();
        AccessRequest granted =
                request(1, someUnit(), someUnit())
                        .ended(
                                new Outcome(
                                        Stage.GRANTED,
                                        Optional.of(somebody()),
                                        NOW,
                                        Optional.of(grant),
                                        ""));
        requests().add(granted);

        assertThat(requests().answeredWith(grant)).contains(granted);
        assertThat(requests().answeredWith(new GrantId(new UUID(9, 9)))).isEmpty();
    }
}
