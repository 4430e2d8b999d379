package org.freihafen.applying;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.enrolment.Roster;
import org.freihafen.enrolment.RosterStep;
import org.freihafen.enrolment.Rosters;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.reconcile.Change;
import org.freihafen.roster.RosterEntry;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes people out of the steps of approved rosters, however far those have come: that something
 * happened to somebody stays, to whom does not, and what had not happened yet never will. Each is
 * read once, however many they are.
 */
@Dependent
public class RedactingReports {
    private static final MemberNumber NOBODYS = new MemberNumber("–");

    private final Rosters rosters;

    @Inject
    public RedactingReports(Rosters rosters) {
        this.rosters = rosters;
    }

    /**
     * Lets no roster be approved or go on until this transaction ends. Whoever carries one out
     * holds it before its people, so this has to be called before holding anybody.
     */
    public void hold() {
        Stream.of(Roster.Stage.WAITING, Roster.Stage.APPLYING, Roster.Stage.STOPPED)
                .flatMap(stage -> rosters.in(stage).stream())
                .forEach(roster -> rosters.lock(roster.id()));
    }

    public void redact(Set<PersonId> people, Set<MemberNumber> numbers) {
        Stream.of(Roster.Stage.APPLYING, Roster.Stage.STOPPED, Roster.Stage.APPLIED)
                .flatMap(stage -> rosters.in(stage).stream())
                .flatMap(roster -> rosters.lock(roster.id()).stream())
                .filter(Roster::approved)
                .forEach(roster ->
                        rosters.content(roster.id())
                                .ifPresent(kept -> redact(roster, kept, people, numbers)));
    }

    /** Whether it is of somebody who was erased. */
    static boolean isRedacted(RosterStep step) {
        return step.change().key().equals(NOBODYS);
    }

    private void redact(
            Roster roster, byte[] kept, Set<PersonId> people, Set<MemberNumber> numbers) {
        List<RosterStep> steps = FrozenSteps.thawed(kept);
        boolean concerned = steps.stream().anyMatch(step -> concerns(step, people, numbers));
        if (concerned) {
            List<RosterStep> without =
                    steps.stream()
                            .map(step -> concerns(step, people, numbers) ? redacted(step) : step)
                            .toList();
            rosters.save(roster, FrozenSteps.frozen(without));
        }
    }

    private static boolean concerns(
            RosterStep step, Set<PersonId> people, Set<MemberNumber> numbers) {
        return step.person().filter(people::contains).isPresent()
                || numbers.contains(step.change().key());
    }

    private static RosterStep redacted(RosterStep step) {
        Change<MemberNumber, RosterEntry> change =
                switch (step.change()) {
                    case Change.Create<MemberNumber, RosterEntry>(_, RosterEntry is) ->
                            new Change.Create<>(NOBODYS, redacted(is));
                    case Change.Update<MemberNumber, RosterEntry>(
                                    _,
                                    RosterEntry was,
                                    RosterEntry is) ->
                            new Change.Update<>(NOBODYS, redacted(was), redacted(is));
                    case Change.Delete<MemberNumber, RosterEntry>(_, RosterEntry was) ->
                            new Change.Delete<>(NOBODYS, redacted(was));
                };
        return new RosterStep(change, step.person(), step.rights());
    }

    private static RosterEntry redacted(RosterEntry entry) {
        return new RosterEntry(
                NOBODYS,
                "",
                "",
                "",
                entry.place(),
                RosterEntry.NO_DAY,
                RosterEntry.NO_DAY,
                0,
                0,
                entry.status());
    }
}
