package org.freihafen.enrolment;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.roster.RosterFile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

/** Keeps a file that was read, in a transaction that begins only when all of it is here. */
@Dependent
@Transactional
public class KeepingRoster {
    private final Rosters rosters;
    private final PlanningRoster planning;
    private final Trail trail;
    private final Clock clock;

    @Inject
    public KeepingRoster(Rosters rosters, PlanningRoster planning, Trail trail, Clock clock) {
        this.rosters = rosters;
        this.planning = planning;
        this.trail = trail;
        this.clock = clock;
    }

    public RosterReport keep(Roster roster, RosterFile.Read file, byte[] content, AuditEntry line) {
        rosters.add(roster, content, file.ages());
        trail.append(line);
        return planning.plan(file, Map.of(), LocalDate.now(clock)).report(roster);
    }
}
