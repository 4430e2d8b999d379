package org.freihafen.monthly;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.enrolment.PlanningRoster.Planned;
import org.freihafen.enrolment.Roster;
import org.freihafen.enrolment.Rosters;
import org.freihafen.enrolment.WaitingRosters;
import org.freihafen.ids.UnitId;
import org.freihafen.requests.ChangeRequest;
import org.freihafen.requests.ChangeRequests;
import org.freihafen.roster.RosterEntry;
import org.freihafen.structure.Structure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is open about members: what branches asked to change, and what rosters ask. */
@Dependent
public class Disputes {
    private final ChangeRequests requests;
    private final Rosters rosters;
    private final WaitingRosters waiting;

    @Inject
    public Disputes(ChangeRequests requests, Rosters rosters, WaitingRosters waiting) {
        this.requests = requests;
        this.rosters = rosters;
        this.waiting = waiting;
    }

    /** Each by the unit that it concerns. */
    public record Open(List<UnitId> changes, List<UnitId> questions) {
        public int changes(Structure structure, UnitId branch) {
            return within(structure, branch, changes);
        }

        public int questions(Structure structure, UnitId branch) {
            return within(structure, branch, questions);
        }

        private static int within(Structure structure, UnitId branch, List<UnitId> all) {
            return (int)
                    all.stream()
                            .filter(unit ->
                                    structure.upward(unit).stream()
                                            .anyMatch(above -> above.id().equals(branch)))
                            .count();
        }
    }

    public Open now() {
        Map<String, UnitId> asked = new HashMap<>();
        rosters.in(Roster.Stage.WAITING).stream()
                .flatMap(roster -> waiting.planned(roster).stream())
                .forEach(planned -> gather(planned, asked));
        return new Open(
                requests.open().stream().map(ChangeRequest::unit).toList(),
                List.copyOf(asked.values()));
    }

    private static void gather(Planned planned, Map<String, UnitId> asked) {
        planned.plan()
                .open()
                .forEach(question ->
                        planned.file()
                                .entries()
                                .get(question.about())
                                .flatMap(RosterEntry::place)
                                .ifPresent(place -> asked.put(question.key(), place)));
    }
}
