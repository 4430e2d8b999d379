package org.freihafen.enrolment;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.ids.RosterId;
import org.freihafen.roster.RosterFile;
import org.freihafen.roster.RosterProfile;
import org.freihafen.roster.RosterProfiles;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.zip.InflaterInputStream;

/** Those that wait, planned anew each time: what they would do depends on what is known by then. */
@Dependent
public class WaitingRosters {
    private final Rosters rosters;
    private final RosterProfiles profiles;
    private final PlanningRoster planning;
    private final Clock clock;

    @Inject
    public WaitingRosters(
            Rosters rosters, RosterProfiles profiles, PlanningRoster planning, Clock clock) {
        this.rosters = rosters;
        this.profiles = profiles;
        this.planning = planning;
        this.clock = clock;
    }

    public Optional<Roster> byId(RosterId id) {
        return rosters.byId(id).filter(Roster::waits);
    }

    public Optional<PlanningRoster.Planned> planned(Roster roster) {
        Optional<RosterProfile> profile = profiles.named(roster.profile());
        Optional<byte[]> content = rosters.content(roster.id());
        if (profile.isEmpty() || content.isEmpty()) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.now(clock);
        try (InputStream plain = new InflaterInputStream(new ByteArrayInputStream(content.get()))) {
            return switch (planning.read(
                    plain, profile.get().plain(), today, OutputStream.nullOutputStream())) {
                case RosterFile.Read file ->
                        Optional.of(planning.plan(file, rosters.replies(roster.id()), today));
                case RosterFile.Unusable _ -> Optional.empty();
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
