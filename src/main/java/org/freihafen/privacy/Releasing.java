package org.freihafen.privacy;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.access.TextRule;
import org.freihafen.access.TextRule.Text;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.membership.Memberships;
import org.freihafen.membership.Origin;
import org.freihafen.membership.People;
import org.freihafen.membership.Person;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Units;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Releases one member's data to whoever speaks for a branch: asked for with a purpose, granted by
 * the member office for some days, and every reading stands in the trail.
 */
@Dependent
@Transactional
public class Releasing {
    public static final int LONGEST_DAYS = 14;

    private final Access access;
    private final Releases releases;
    private final People people;
    private final Memberships memberships;
    private final Units units;
    private final Trail trail;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public Releasing(
            Access access,
            Releases releases,
            People people,
            Memberships memberships,
            Units units,
            Trail trail,
            Ids ids,
            Clock clock) {
        this.access = access;
        this.releases = releases;
        this.people = people;
        this.memberships = memberships;
        this.units = units;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    /** The answer is the same whether there is such a member or not. */
    public Decision<Release> ask(Actor actor, UnitId unit, MemberNumber number, String purpose) {
        access.require(actor, Action.ASK_RELEASE, unit);
        Optional<Refusal> unusable = TextRule.check(Text.REASON, purpose);
        if (unusable.isPresent()) {
            return Decision.refused(unusable.get());
        }
        if (purpose.isBlank()) {
            return Decision.refused(Refusal.by(Rule.REASON_NEEDED));
        }
        Release release =
                new Release(
                        ids.next(),
                        unit,
                        actor.somebody().orElseThrow(),
                        number,
                        purpose.strip(),
                        clock.instant(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        releases.add(release);
        trail.append(
                AuditEntry.of(actor, "release.asked", unit, release.id())
                        .because(release.purpose()));
        return Decision.done(release);
    }

    /** What somebody asked for, with what came of it. */
    public List<Release> own(PersonId person) {
        return releases.askedBy(person);
    }

    /** What waits for the member office. */
    public List<Release> open(Actor actor) {
        return releases.open().stream()
                .filter(release -> access.allows(actor, Action.ANSWER_RELEASE, release.unit()))
                .toList();
    }

    public Decision<Release> refuse(Actor actor, UUID id, String reason) {
        Optional<Release> found = answerable(actor, id);
        if (found.isEmpty()) {
            return notFound(id);
        }
        Optional<Refusal> unusable = AnswerRule.refuses(actor, found.get(), false, reason);
        if (unusable.isPresent()) {
            return Decision.refused(unusable.get());
        }
        Release refused = found.get().refused(answer(actor, false, reason));
        releases.save(refused);
        trail.append(
                AuditEntry.of(actor, "release.refused", refused.unit(), id)
                        .because(reason.strip()));
        return Decision.done(refused);
    }

    /** For one to {@link #LONGEST_DAYS} days; the member must belong to the branch that asks. */
    public Decision<Release> grant(Actor actor, UUID id, int days) {
        Optional<Release> found = answerable(actor, id);
        if (found.isEmpty()) {
            return notFound(id);
        }
        Optional<Refusal> unusable = AnswerRule.refuses(actor, found.get(), true, "");
        if (unusable.isPresent()) {
            return Decision.refused(unusable.get());
        }
        if (days < 1 || days > LONGEST_DAYS) {
            return Decision.refused(
                    Refusal.by(Rule.RELEASE_TOO_LONG, Integer.toString(LONGEST_DAYS)));
        }
        Optional<Person> person =
                people.byNumber(found.get().number()).filter(p -> belongs(p, found.get().unit()));
        if (person.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_IN_BRANCH, found.get().number().value()));
        }
        Release granted =
                found.get()
                        .granted(
                                answer(actor, true, ""),
                                person.get().id(),
                                clock.instant().plus(Duration.ofDays(days)));
        releases.save(granted);
        trail.append(
                AuditEntry.of(
                        actor,
                        "release.granted",
                        granted.unit(),
                        person.get().id().value(),
                        granted.askedBy().value(),
                        id));
        return Decision.done(granted);
    }

    /**
     * The data, for whoever asked, while it lasts. Everybody else is told that nothing is there.
     */
    public Decision<Person> read(Actor actor, UUID id) {
        Optional<Release> readable =
                releases.byId(id)
                        .filter(r ->
                                actor.somebody()
                                        .filter(by -> r.readable(by, clock.instant()))
                                        .isPresent())
                        .filter(r -> access.allows(actor, Action.ASK_RELEASE, r.unit()));
        Optional<Person> person = readable.flatMap(Release::person).flatMap(people::byId);
        if (person.isEmpty()) {
            return notFound(id);
        }
        trail.append(
                AuditEntry.of(
                        actor,
                        "release.read",
                        readable.orElseThrow().unit(),
                        person.get().id().value(),
                        id));
        return Decision.done(person.get());
    }

    private Optional<Release> answerable(Actor actor, UUID id) {
        return releases.lock(id)
                .filter(release -> access.allows(actor, Action.ANSWER_RELEASE, release.unit()));
    }

    private Answered answer(Actor actor, boolean granted, String reason) {
        return new Answered(
                granted, actor.somebody().orElseThrow(), clock.instant(), reason.strip());
    }

    private boolean belongs(Person person, UnitId branch) {
        Structure structure = units.structure();
        return memberships.of(person.id(), LocalDate.now(clock)).stream()
                .filter(membership -> membership.origin() == Origin.REGISTER)
                .flatMap(membership -> structure.upward(membership.unit()).stream())
                .anyMatch(unit -> unit.id().equals(branch));
    }

    private static <T> Decision<T> notFound(UUID id) {
        return Decision.refused(Refusal.by(Rule.NOT_FOUND, id.toString()));
    }
}
