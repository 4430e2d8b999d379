package org.freihafen.reports;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.enrolment.Roster;
import org.freihafen.enrolment.Rosters;
import org.freihafen.ids.UnitId;
import org.freihafen.roster.AgeBand;

import java.util.Map;
import java.util.Optional;

/** Ages as the last approved roster told them. */
@Dependent
public class RosterAges implements Ages {
    private static final int LATEST = 50;

    private final Rosters rosters;

    @Inject
    public RosterAges(Rosters rosters) {
        this.rosters = rosters;
    }

    @Override
    public Optional<Map<UnitId, Map<AgeBand, Integer>>> latest() {
        return rosters.latest(Optional.empty(), LATEST).stream()
                .filter(roster -> roster.stage() == Roster.Stage.APPLIED)
                .map(roster -> rosters.ages(roster.id()))
                .filter(ages -> !ages.isEmpty())
                .findFirst();
    }
}
