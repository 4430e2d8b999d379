package org.freihafen.erasure;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.accounts.Administrators;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.erasure.ErasureRule.Step;
import org.freihafen.ids.PersonId;
import org.freihafen.mail.Mailing;
import org.freihafen.mail.Template;
import org.freihafen.membership.Tombstones.Cause;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Held;
import org.freihafen.reconcile.Limit;
import org.freihafen.reconcile.Loss;
import org.freihafen.reconcile.Plan;
import org.freihafen.reconcile.State;
import org.freihafen.runs.RunSettings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes people who are gone, or asked for it, to their end: reminders first, then everything is
 * erased down to what must be kept. Each step is a transaction of its own and looks at what is, so
 * that it can be cut off anywhere. More at once than is usual wait for the member office. In
 * read-only mode nothing happens: a restored backup does not know yet who came back.
 */
@Dependent
@Transactional
public class Erasing {
    private final Access access;
    private final Farewells farewells;
    private final ErasingPerson erasing;
    private final Administrators administrators;
    private final Mailing mailing;
    private final GraceTime grace;
    private final RunSettings settings;
    private final Trail trail;
    private final Clock clock;

    @Inject
    public Erasing(
            Access access,
            Farewells farewells,
            ErasingPerson erasing,
            Administrators administrators,
            Mailing mailing,
            GraceTime grace,
            RunSettings settings,
            Trail trail,
            Clock clock) {
        this.access = access;
        this.farewells = farewells;
        this.erasing = erasing;
        this.administrators = administrators;
        this.mailing = mailing;
        this.grace = grace;
        this.settings = settings;
        this.trail = trail;
        this.clock = clock;
    }

    /** Takes in who is gone by now, and lets out who is back. */
    void catchUp() {
        farewells.catchUp(LocalDate.now(clock));
    }

    /** For whom something is to be done today; if too many would be erased, none of those. */
    List<PersonId> due() {
        if (settings.readOnly()) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock);
        List<Farewell> all = farewells.all();
        boolean held = held(due(all, Step.ERASE, today)).isPresent();
        return all.stream()
                .filter(each ->
                        switch (ErasureRule.step(each, grace, today)) {
                            case WAIT -> false;
                            case REMIND -> true;
                            case ERASE -> !held;
                        })
                .map(Farewell::person)
                .toList();
    }

    /**
     * Erases all of them who are due in one go, as every report on a roster is read anew for it.
     * Answers how many; where it fails, {@link #step} does it one by one.
     */
    int eraseDue() {
        LocalDate today = LocalDate.now(clock);
        List<Farewell> due = due(farewells.all(), Step.ERASE, today);
        if (settings.readOnly() || due.isEmpty() || held(due).isPresent()) {
            return 0;
        }
        erasing.begin();
        List<Farewell> locked =
                due.stream().flatMap(each -> locked(each.person()).stream()).toList();
        return erase(new Actor.Host(), due(locked, Step.ERASE, today));
    }

    /** Reminds or erases one of them, if that is still to be done; answers whether it was. */
    boolean step(PersonId person) {
        LocalDate today = LocalDate.now(clock);
        farewells
                .lock(person)
                .filter(each -> ErasureRule.step(each, grace, today) == Step.ERASE)
                .ifPresent(_ -> erasing.begin());
        Optional<Farewell> found = locked(person);
        if (found.isEmpty()) {
            return false;
        }
        return switch (ErasureRule.step(found.get(), grace, today)) {
            case WAIT -> false;
            case REMIND -> {
                remind(found.get(), today);
                yield true;
            }
            case ERASE -> erase(new Actor.Host(), List.of(found.get())) > 0;
        };
    }

    /** Holds one until this transaction ends; whoever is back, or erased already, is let out. */
    private Optional<Farewell> locked(PersonId person) {
        Optional<Farewell> found = farewells.lock(person);
        if (found.isPresent() && !erasing.isStillToGo(found.get())) {
            farewells.end(person);
            return Optional.empty();
        }
        return found;
    }

    private void remind(Farewell farewell, LocalDate today) {
        Farewell reminded = farewell.reminded(today);
        farewells.save(reminded);
        if (erasing.canBeTold(farewell.person())) {
            long days = ErasureRule.end(reminded, grace).toEpochDay() - today.toEpochDay();
            mailing.tell(farewell.person(), Template.ERASURE_SOON, Long.toString(days));
        }
        trail.append(
                AuditEntry.of(new Actor.Host(), "erasure.announced", farewell.person().value()));
    }

    /** Whoever alone administers the whole stays until somebody else does. */
    private int erase(Actor actor, List<Farewell> due) {
        Set<PersonId> staying =
                administrators.lastAmong(
                        due.stream().map(Farewell::person).collect(Collectors.toSet()));
        List<Farewell> going =
                due.stream().filter(each -> !staying.contains(each.person())).toList();
        if (!going.isEmpty()) {
            erasing.erase(actor, going);
        }
        going.forEach(each -> farewells.end(each.person()));
        return going.size();
    }

    /** Somebody's request was granted: they are told, and erased soon. */
    public Optional<Refusal> begin(PersonId person) {
        if (erasing.isErased(person)) {
            return Optional.of(Refusal.by(Rule.NOT_FOUND, person.toString()));
        }
        if (!administrators.lastAmong(Set.of(person)).isEmpty()) {
            return Optional.of(Refusal.by(Rule.LAST_ADMINISTRATOR));
        }
        farewells.begin(Farewell.of(person, LocalDate.now(clock), Cause.ASKED));
        if (erasing.canBeTold(person)) {
            mailing.tell(person, Template.ERASURE_GRANTED);
        }
        return Optional.empty();
    }

    /** Takes back that somebody's request was granted, while it is not carried out. */
    public Decision<PersonId> withdraw(Actor actor, PersonId person) {
        access.require(actor, Action.RULE_ERASURES);
        if (locked(person).filter(found -> found.cause() == Cause.ASKED).isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, person.toString()));
        }
        farewells.end(person);
        if (erasing.canBeTold(person)) {
            mailing.tell(person, Template.ERASURE_WITHDRAWN);
        }
        trail.append(AuditEntry.of(actor, "erasure.withdrawn", person.value()));
        return Decision.done(person);
    }

    /** What will happen to one person. */
    public record Upcoming(Farewell farewell, LocalDate end) {}

    /** What would happen, without doing any of it. */
    public record Outlook(List<Upcoming> people, Held held) {}

    /** Everybody who will be erased, the next first. */
    public Outlook show(Actor actor) {
        access.require(actor, Action.RULE_ERASURES);
        List<Farewell> all = farewells.all();
        List<Farewell> due = due(all, Step.ERASE, LocalDate.now(clock));
        return new Outlook(
                all.stream()
                        .map(each -> new Upcoming(each, ErasureRule.end(each, grace)))
                        .sorted(
                                Comparator.comparing(Upcoming::end)
                                        .thenComparing(each -> each.farewell().person()))
                        .toList(),
                new Held(held(due), due.size(), hash(due)));
    }

    /** How many would be erased on a day, if nothing stood still until then. */
    int dueOn(LocalDate day) {
        return (int)
                farewells.all().stream()
                        .filter(each -> !ErasureRule.end(each, grace).isAfter(day))
                        .count();
    }

    /** Erases exactly those who were shown with this hash, or nobody. Answers how many. */
    public Decision<Integer> approve(Actor actor, String hash) {
        access.require(actor, Action.RULE_ERASURES);
        if (settings.readOnly()) {
            return Decision.refused(Refusal.by(Rule.READ_ONLY, "freihafen.readonly"));
        }
        LocalDate today = LocalDate.now(clock);
        erasing.begin();
        List<Farewell> held =
                due(farewells.all(), Step.ERASE, today).stream()
                        .flatMap(each -> locked(each.person()).stream())
                        .toList();
        List<Farewell> due = due(held, Step.ERASE, today);
        if (due.isEmpty() || !hash(due).equals(hash)) {
            return Decision.refused(Refusal.by(Rule.CHANGED_SINCE_SHOWN));
        }
        int erased = erase(actor, due);
        trail.append(AuditEntry.of(actor, "erasure.approved"));
        return Decision.done(erased);
    }

    private List<Farewell> due(List<Farewell> all, Step step, LocalDate today) {
        return all.stream().filter(each -> ErasureRule.step(each, grace, today) == step).toList();
    }

    private Optional<Loss> held(List<Farewell> due) {
        Loss loss = new Loss("erasures", "", due.size(), farewells.people());
        Limit limit = grace.limit();
        return due.isEmpty() || limit.allows(loss) ? Optional.empty() : Optional.of(loss);
    }

    private static String hash(List<Farewell> due) {
        List<Change<PersonId, Cause>> going = new ArrayList<>();
        due.forEach(each -> going.add(new Change.Delete<>(each.person(), each.cause())));
        return new Plan<>(going, State.empty()).hash();
    }
}
