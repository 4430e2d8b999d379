package org.freihafen.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

import org.eclipse.microprofile.metrics.annotation.Gauge;
import org.freihafen.shares.Grants;
import org.freihafen.structure.Units;
import org.freihafen.workspaces.Workspaces;

import java.time.Clock;
import java.time.LocalDate;

/** Numbers for {@code /metrics}; none of them tells about a person. */
@ApplicationScoped
public class Measures {
    private final Units units;
    private final Workspaces workspaces;
    private final Grants grants;
    private final Clock clock;

    @Inject
    public Measures(Units units, Workspaces workspaces, Grants grants, Clock clock) {
        this.units = units;
        this.workspaces = workspaces;
        this.grants = grants;
        this.clock = clock;
    }

    /** Whoever is measured has to be there. */
    void begin(@Observes Startup startup) {}

    @Gauge(name = "freihafen_units", absolute = true, unit = "none", description = "Living units")
    public long units() {
        return units.structure().living().size();
    }

    @Gauge(
            name = "freihafen_workspaces",
            absolute = true,
            unit = "none",
            description = "Workspaces, archived ones included")
    public long workspaces() {
        return workspaces.all().size();
    }

    @Gauge(
            name = "freihafen_grants",
            absolute = true,
            unit = "none",
            description = "Grants that hold today or later")
    public long grants() {
        return grants.all(LocalDate.now(clock)).size();
    }
}
