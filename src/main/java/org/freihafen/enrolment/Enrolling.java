package org.freihafen.enrolment;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.identity.Question;
import org.freihafen.identity.Question.Reply;
import org.freihafen.ids.Ids;
import org.freihafen.ids.RosterId;
import org.freihafen.roster.RosterFile;
import org.freihafen.roster.RosterProfile;
import org.freihafen.roster.RosterProfiles;
import org.freihafen.structurefile.FileProblem;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Takes a membership export: reads it, asks what it cannot know, and shows what it would do.
 * Nobody's data change by any of this.
 */
@Dependent
@Transactional
public class Enrolling {
    private final Access access;
    private final RosterProfiles profiles;
    private final Rosters rosters;
    private final PlanningRoster planning;
    private final WaitingRosters waiting;
    private final KeepingRoster keeping;
    private final Trail trail;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public Enrolling(
            Access access,
            RosterProfiles profiles,
            Rosters rosters,
            PlanningRoster planning,
            WaitingRosters waiting,
            KeepingRoster keeping,
            Trail trail,
            Ids ids,
            Clock clock) {
        this.access = access;
        this.profiles = profiles;
        this.rosters = rosters;
        this.planning = planning;
        this.waiting = waiting;
        this.keeping = keeping;
        this.trail = trail;
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
     * Reads a roster, however slowly it comes, and keeps it until it is approved or discarded.
     *
     * @throws IOException if the stream breaks off; nothing is kept then
     */
    @Transactional(TxType.NOT_SUPPORTED)
    public Decision<Answer> read(Actor actor, String profileName, InputStream file)
            throws IOException {
        access.require(actor, Action.RULE_ROSTER);
        Optional<RosterProfile> profile = profiles.named(profileName);
        if (profile.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, profileName));
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        RosterFile read;
        try (DeflaterOutputStream packed =
                new DeflaterOutputStream(content, new Deflater(Deflater.BEST_SPEED))) {
            read = planning.read(file, profile.get(), LocalDate.now(clock), packed);
        }
        return switch (read) {
            case RosterFile.Unusable(FileProblem problem, _) ->
                    Decision.done(new Answer.Unusable(problem));
            case RosterFile.Read usable -> {
                Roster roster =
                        new Roster(
                                ids.roster(),
                                clock.instant(),
                                actor.somebody(),
                                profileName,
                                usable.encoding(),
                                Roster.Stage.WAITING,
                                usable.lines(),
                                0,
                                Map.of());
                yield Decision.done(
                        new Answer.Waiting(
                                keeping.keep(
                                        roster,
                                        usable,
                                        content.toByteArray(),
                                        AuditEntry.of(actor, "roster.read", roster.id().value()))));
            }
        };
    }

    /** A waiting roster as it looks today. */
    public Decision<RosterReport> show(Actor actor, RosterId id) {
        access.require(actor, Action.SEE_ROSTER);
        return report(id);
    }

    private Decision<RosterReport> report(RosterId id) {
        return waiting.byId(id)
                .flatMap(roster -> waiting.planned(roster).map(plan -> plan.report(roster)))
                .map(Decision::done)
                .orElseGet(() -> notFound(id));
    }

    /** A roster, however far it has come. */
    public Decision<Roster> look(Actor actor, RosterId id) {
        access.require(actor, Action.SEE_ROSTER);
        return rosters.byId(id).map(Decision::done).orElseGet(() -> notFound(id));
    }

    /** The newest rosters, waiting or not; what a waiting one would do, {@link #show} tells. */
    public List<Roster> latest(Actor actor, Optional<RosterId> olderThan, int limit) {
        access.require(actor, Action.SEE_ROSTER);
        return rosters.latest(olderThan, limit);
    }

    /**
     * Answers what a waiting roster asks, by the keys of the questions.
     *
     * @param replies to questions that are open; none at all takes every proposal
     */
    public Decision<RosterReport> answer(Actor actor, RosterId id, Map<String, Reply> replies) {
        access.require(actor, Action.RULE_ROSTER);
        Optional<PlanningRoster.Planned> planned = waiting.byId(id).flatMap(waiting::planned);
        if (planned.isEmpty()) {
            return notFound(id);
        }
        Map<String, Question> open = new HashMap<>();
        planned.get().plan().open().forEach(question -> open.put(question.key(), question));
        Map<String, Reply> given =
                replies.isEmpty() ? proposals(planned.get().plan().open()) : replies;
        for (Map.Entry<String, Reply> reply : given.entrySet()) {
            Question question = open.get(reply.getKey());
            if (question == null || !question.possible().contains(reply.getValue())) {
                return Decision.refused(Refusal.by(Rule.NOT_ASKED, reply.getKey()));
            }
        }
        keep(actor, id, given);
        return report(id);
    }

    private void keep(Actor actor, RosterId id, Map<String, Reply> replies) {
        rosters.reply(id, replies);
        trail.append(AuditEntry.of(actor, "roster.answered", id.value()));
    }

    private static Map<String, Reply> proposals(List<Question> open) {
        Map<String, Reply> proposals = new HashMap<>();
        open.forEach(question -> proposals.put(question.key(), question.proposed()));
        return proposals;
    }

    /**
     * Answers all that a waiting roster asks as it is proposed.
     *
     * @param told how many answers whoever decides was told of; if it is others by now, none
     */
    public Decision<Roster> follow(Actor actor, RosterId id, int told) {
        access.require(actor, Action.RULE_ROSTER);
        Optional<Roster> roster = waiting.byId(id);
        Optional<PlanningRoster.Planned> planned = roster.flatMap(waiting::planned);
        if (roster.isEmpty() || planned.isEmpty()) {
            return notFound(id);
        }
        List<Question> open = planned.get().plan().open();
        if (open.isEmpty() || open.size() != told) {
            return Decision.refused(Refusal.by(Rule.CHANGED_SINCE_SHOWN));
        }
        keep(actor, id, proposals(open));
        return Decision.done(roster.get());
    }

    public Decision<Roster> discard(Actor actor, RosterId id) {
        access.require(actor, Action.RULE_ROSTER);
        Optional<Roster> found = rosters.lock(id).filter(Enrolling::undone);
        return found.isEmpty() ? notFound(id) : Decision.done(discard(actor, found.get()));
    }

    private static boolean undone(Roster roster) {
        return roster.waits() || roster.stage() == Roster.Stage.STOPPED;
    }

    private Roster discard(Actor actor, Roster roster) {
        Roster discarded = roster.in(Roster.Stage.DISCARDED);
        rosters.close(discarded);
        trail.append(AuditEntry.of(actor, "roster.discarded", roster.id().value()));
        return discarded;
    }

    /**
     * Discards those that nobody approved or that were stopped and not continued, and forgets what
     * those said that are over.
     */
    public void discardOlder(Instant readBefore) {
        List.of(Roster.Stage.WAITING, Roster.Stage.STOPPED).stream()
                .flatMap(stage -> rosters.in(stage).stream())
                .filter(roster -> roster.at().isBefore(readBefore))
                .flatMap(roster -> rosters.lock(roster.id()).stream())
                .filter(Enrolling::undone)
                .forEach(roster -> discard(new Actor.Host(), roster));
        rosters.forget(readBefore);
    }

    private static <T> Decision<T> notFound(RosterId id) {
        return Decision.refused(Refusal.by(Rule.NOT_FOUND, id.toString()));
    }
}
