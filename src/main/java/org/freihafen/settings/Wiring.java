package org.freihafen.settings;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.freihafen.arrival.Notice;
import org.freihafen.arrival.Wave;
import org.freihafen.asking.AskingLimits;
import org.freihafen.ceilings.CloudCeilings;
import org.freihafen.disuse.Patience;
import org.freihafen.enrolment.RosterLimits;
import org.freihafen.erasure.FarewellPace;
import org.freihafen.erasure.GraceTime;
import org.freihafen.governance.Bounds;
import org.freihafen.guests.Hospitality;
import org.freihafen.ids.Ids;
import org.freihafen.membership.Statuses;
import org.freihafen.monthly.Issuing;
import org.freihafen.renewal.ReminderDays;
import org.freihafen.reshape.RestorableFor;
import org.freihafen.retention.Retention;
import org.freihafen.runs.RunSettings;
import org.freihafen.structure.Entrants;
import org.freihafen.structure.Kinds;
import org.freihafen.structurefile.StructureLimits;

import java.security.SecureRandom;
import java.time.Clock;

/** Hands every room the time, ids, the kinds of unit and the bounds, as configured. */
@ApplicationScoped
class Wiring {
    private final Settings settings;

    @Inject
    Wiring(Settings settings) {
        this.settings = settings;
    }

    /** Before anything else wakes: a wrong setting stops the start. */
    void check(@Observes @Priority(0) Startup startup) {
        settings.sandbox();
        settings.zone();
        settings.language();
        settings.kinds();
        settings.statuses();
        settings.bounds();
        settings.askingLimits();
        settings.reminderDays();
        settings.issuing();
        settings.restorableFor();
        settings.runs();
        settings.structureLimits();
        settings.rosterLimits();
        settings.retention();
        settings.wave();
        settings.farewellPace();
        settings.graceTime();
        settings.hospitality();
        settings.patience();
        settings.notice();
        settings.uploadBytes();
        settings.proxies();
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.system(settings.zone());
    }

    @Produces
    @Singleton
    SecureRandom random() {
        return new SecureRandom();
    }

    @Produces
    @Singleton
    Ids ids(Clock clock, SecureRandom random) {
        return new Ids(clock, random);
    }

    @Produces
    @Singleton
    Kinds kinds() {
        return settings.kinds();
    }

    @Produces
    @Singleton
    Entrants entrants() {
        return settings.entrants();
    }

    @Produces
    @Singleton
    Statuses statuses() {
        return settings.statuses();
    }

    @Produces
    @Singleton
    CloudCeilings cloudCeilings() {
        return settings.cloudCeilings();
    }

    @Produces
    @Singleton
    Bounds bounds() {
        return settings.bounds();
    }

    @Produces
    @Singleton
    AskingLimits askingLimits() {
        return settings.askingLimits();
    }

    @Produces
    @Singleton
    ReminderDays reminderDays() {
        return settings.reminderDays();
    }

    @Produces
    @Singleton
    Issuing issuing() {
        return settings.issuing();
    }

    @Produces
    @Singleton
    RestorableFor restorableFor() {
        return settings.restorableFor();
    }

    @Produces
    @Singleton
    RunSettings runs() {
        return settings.runs();
    }

    @Produces
    @Singleton
    StructureLimits structureLimits() {
        return settings.structureLimits();
    }

    @Produces
    @Singleton
    Wave wave() {
        return settings.wave();
    }

    @Produces
    @Singleton
    Patience patience() {
        return settings.patience();
    }

    @Produces
    @Singleton
    GraceTime graceTime() {
        return settings.graceTime();
    }

    @Produces
    @Singleton
    FarewellPace farewellPace() {
        return settings.farewellPace();
    }

    @Produces
    @Singleton
    Hospitality hospitality() {
        return settings.hospitality();
    }

    @Produces
    @Singleton
    Notice notice() {
        return settings.notice();
    }

    @Produces
    @Singleton
    Retention retention() {
        return settings.retention();
    }

    @Produces
    @Singleton
    RosterLimits rosterLimits() {
        return settings.rosterLimits();
    }
}
