package org.freihafen.enrolment;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.RosterId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.reconcile.Wake;
import org.freihafen.roster.RosterProfile;
import org.freihafen.roster.RosterProfiles;
import org.freihafen.structure.FileProblem;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Takes a membership export: reads it, shows what it would do, and does exactly that once it is
 * approved. Nobody's data change before.
 */
@Dependent
@Transactional
public class Enrolling {
    private final Access access;
    private final RosterProfiles profiles;
    private final Rosters rosters;
    private final PlanningRoster planning;
    private final ApplyingRoster applying;
    private final Trail trail;
    private final Wake wake;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public Enrolling(
            Access access,
            RosterProfiles profiles,
            Rosters rosters,
            PlanningRoster planning,
            ApplyingRoster applying,
            Trail trail,
            Wake wake,
            Ids ids,
            Clock clock) {
        this.access = access;
        this.profiles = profiles;
        this.rosters = rosters;
        this.planning = planning;
        this.applying = applying;
        this.trail = trail;
        this.wake = wake;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of reading a file. */
    public sealed interface Answer {
        /** The whole file is refused, and nothing of it is kept. */
        record Unusable(FileProblem problem) implements Answer {}

        record Waiting(RosterReport report) implements Answer {}
    }

    /**
     * Reads a roster and keeps it until it is approved or discarded.
     *
     * @throws IOException if the stream breaks off; nothing is kept then
     */
    public Decision<Answer> read(Actor actor, String profileName, InputStream file)
            throws IOException {
        access.require(actor, Action.RULE_ROSTER);
        Optional<RosterProfile> profile = profiles.named(profileName);
        if (profile.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, profileName));
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        PlanningRoster.Planned planned;
        try (DeflaterOutputStream packed =
                new DeflaterOutputStream(content, new Deflater(Deflater.BEST_SPEED))) {
            planned = planning.plan(file, profile.get(), LocalDate.now(clock), packed);
        }
        return switch (planned) {
            case PlanningRoster.Planned.Unusable(FileProblem problem) ->
                    Decision.done(new Answer.Unusable(problem));
            case PlanningRoster.Planned.Usable usable -> {
                Roster roster =
                        new Roster(
                                ids.roster(),
                                clock.instant(),
                                actor.somebody(),
                                profileName,
                                usable.file().encoding(),
                                Roster.Stage.WAITING,
                                usable.file().lines(),
                                0,
                                Map.of());
                rosters.add(roster, content.toByteArray());
                trail.append(AuditEntry.of(actor, "roster.read", roster.id().value()));
                yield Decision.done(new Answer.Waiting(usable.report(roster)));
            }
        };
    }

    /** A waiting roster as it looks today. */
    public Decision<RosterReport> show(Actor actor, RosterId id) {
        access.require(actor, Action.SEE_ROSTER);
        return waiting(id)
                .flatMap(roster -> planned(roster).map(usable -> usable.report(roster)))
                .map(Decision::done)
                .orElseGet(() -> notFound(id));
    }

    /** The newest rosters, waiting or not; what a waiting one would do, {@link #show} tells. */
    public List<Roster> latest(Actor actor, int limit) {
        access.require(actor, Action.SEE_ROSTER);
        return rosters.latest(limit);
    }

    /**
     * Does exactly what was shown with this hash, or nothing. Refused if nobody who stays would
     * administer the whole.
     */
    public Decision<Roster> approve(Actor actor, RosterId id, String hash) {
        access.require(actor, Action.RULE_ROSTER);
        Optional<Roster> waiting = waiting(id);
        if (waiting.isEmpty()) {
            return notFound(id);
        }
        Optional<PlanningRoster.Planned.Usable> planned = planned(waiting.get());
        if (planned.isEmpty() || !planned.get().plan().plan().hash().equals(hash)) {
            return Decision.refused(Refusal.by(Rule.CHANGED_SINCE_SHOWN));
        }
        RosterPlan plan = planned.get().plan();
        if (plan.plan().isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOTHING_TO_APPROVE));
        }
        Map<PersonId, MemberNumber> leaving = plan.leaving();
        Set<PersonId> staying = applying.staying(leaving.keySet());
        if (!staying.isEmpty()) {
            return Decision.refused(LeavingDuties.refusal(staying, leaving));
        }
        Roster applied = planned.get().roster(waiting.get()).in(Roster.Stage.APPLIED);
        applying.apply(actor, plan, LocalDate.now(clock));
        rosters.close(applied);
        trail.append(AuditEntry.of(actor, "roster.approved", id.value()));
        wake.everything();
        return Decision.done(applied);
    }

    public Decision<Roster> discard(Actor actor, RosterId id) {
        access.require(actor, Action.RULE_ROSTER);
        Optional<Roster> waiting = waiting(id);
        if (waiting.isEmpty()) {
            return notFound(id);
        }
        return Decision.done(discard(actor, waiting.get()));
    }

    private Roster discard(Actor actor, Roster waiting) {
        Roster discarded = waiting.in(Roster.Stage.DISCARDED);
        rosters.close(discarded);
        trail.append(AuditEntry.of(actor, "roster.discarded", waiting.id().value()));
        return discarded;
    }

    /** Discards those that nobody approved: what they say of people is not kept for later. */
    public void discardOlder(Instant readBefore) {
        for (RosterId id : rosters.waitingSince(readBefore)) {
            waiting(id).ifPresent(roster -> discard(new Actor.Host(), roster));
        }
    }

    private Optional<Roster> waiting(RosterId id) {
        return rosters.byId(id).filter(roster -> roster.stage() == Roster.Stage.WAITING);
    }

    private Optional<PlanningRoster.Planned.Usable> planned(Roster roster) {
        Optional<RosterProfile> profile = profiles.named(roster.profile());
        Optional<byte[]> content = rosters.content(roster.id());
        if (profile.isEmpty() || content.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream plain = new InflaterInputStream(new ByteArrayInputStream(content.get()))) {
            PlanningRoster.Planned planned =
                    planning.plan(
                            plain,
                            profile.get().plain(),
                            LocalDate.now(clock),
                            OutputStream.nullOutputStream());
            return switch (planned) {
                case PlanningRoster.Planned.Usable usable -> Optional.of(usable);
                case PlanningRoster.Planned.Unusable _ -> Optional.empty();
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> Decision<T> notFound(RosterId id) {
        return Decision.refused(Refusal.by(Rule.NOT_FOUND, id.toString()));
    }
}
