package org.freihafen.disuse;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.accounts.Use;
import org.freihafen.accounts.Uses;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.disuse.Candidates.Known;
import org.freihafen.disuse.DisuseRule.Step;
import org.freihafen.ids.PersonId;
import org.freihafen.mail.Mailing;
import org.freihafen.mail.Template;
import org.freihafen.reconcile.Held;
import org.freihafen.reconcile.Touched;
import org.freihafen.reconcile.Wake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tells whoever does not use their account, and puts it to rest when they go on not to. Each step
 * is a transaction of its own and looks at what is. More at once than is usual wait for the member
 * office. Whoever comes back by a link, or by the member office's word, has all of it again.
 */
@Dependent
@Transactional
public class PuttingToRest {
    private static final Actor FREIHAFEN = new Actor.Host();

    private final Access access;
    private final Candidates candidates;
    private final Accounts accounts;
    private final Uses uses;
    private final Patience patience;
    private final LastLook lastLook;
    private final Mailing mailing;
    private final Trail trail;
    private final Wake wake;
    private final Clock clock;

    @Inject
    public PuttingToRest(
            Access access,
            Candidates candidates,
            Accounts accounts,
            Uses uses,
            Patience patience,
            LastLook lastLook,
            Mailing mailing,
            Trail trail,
            Wake wake,
            Clock clock) {
        this.access = access;
        this.candidates = candidates;
        this.accounts = accounts;
        this.uses = uses;
        this.patience = patience;
        this.lastLook = lastLook;
        this.mailing = mailing;
        this.trail = trail;
        this.wake = wake;
        this.clock = clock;
    }

    /** Who is to be told now, in a wave that those can bear whom they ask for help. */
    List<PersonId> unused() {
        return candidates.idle()
                ? List.of()
                : candidates.known().in(Step.TELL).stream()
                        .map(Use::person)
                        .limit(patience.lettersPerHour())
                        .toList();
    }

    void tell(PersonId person) {
        if (candidates.locked(person, Step.TELL).isEmpty()) {
            return;
        }
        uses.told(person, LocalDate.now(clock));
        mailing.tell(person, Template.UNUSED, Integer.toString(patience.noticeDays()));
        trail.append(AuditEntry.of(FREIHAFEN, "account.unused", person.value()));
    }

    /** Who is to be put to rest now; nobody if they are too many. */
    List<PersonId> due() {
        if (candidates.idle()) {
            return List.of();
        }
        Known known = candidates.known();
        return known.held().isPresent()
                ? List.of()
                : known.in(Step.REST).stream().map(Use::person).toList();
    }

    /** Answers whether it rests now. */
    boolean rest(PersonId person) {
        return rest(FREIHAFEN, person);
    }

    private boolean rest(Actor actor, PersonId person) {
        Optional<Account> account = candidates.locked(person, Step.REST);
        if (account.isEmpty()) {
            return false;
        }
        accounts.saveStates(List.of(account.get().in(Account.State.RESTING)));
        mailing.tell(person, Template.UNUSED_RESTS);
        trail.append(AuditEntry.of(actor, "account.rested", person.value()));
        wake.touched(Touched.person(person));
        return true;
    }

    /**
     * Puts exactly those to rest who were shown with this hash, or nobody; nobody either while it
     * is unknown who came meanwhile. Answers how many.
     */
    public Decision<Integer> approve(Actor actor, String hash) {
        access.require(actor, Action.RULE_UNUSED);
        if (candidates.idle()) {
            return Decision.refused(Refusal.by(Rule.READ_ONLY, "freihafen.readonly"));
        }
        if (!lastLook.saw()) {
            return Decision.refused(Refusal.by(Rule.DIRECTORY_NOT_READ));
        }
        Known known = candidates.known();
        List<Use> due = known.in(Step.REST);
        if (due.isEmpty() || !known.hash().equals(hash)) {
            return Decision.refused(Refusal.by(Rule.CHANGED_SINCE_SHOWN));
        }
        int resting = (int) due.stream().filter(use -> rest(actor, use.person())).count();
        trail.append(AuditEntry.of(actor, "unused.approved"));
        return Decision.done(resting);
    }

    /**
     * Ends the rest of one account, such as for somebody who cannot read their letters any more.
     */
    public Decision<PersonId> bringBack(Actor actor, PersonId person) {
        access.require(actor, Action.RULE_UNUSED);
        accounts.lock(person);
        Optional<Account> resting =
                accounts.byId(person).filter(account -> account.state() == Account.State.RESTING);
        if (resting.isEmpty()) {
            return Decision.refused(Refusal.by(Rule.NOT_FOUND, person.toString()));
        }
        accounts.saveStates(List.of(resting.get().in(Account.State.ACTIVE)));
        uses.came(person, LocalDate.now(clock));
        trail.append(AuditEntry.of(actor, "account.brought-back", person.value()));
        wake.touched(Touched.person(person));
        return Decision.done(person);
    }

    /**
     * How it stands, without doing any of it.
     *
     * @param told who will rest on which day if they do not come, the soonest first
     * @param resting whose accounts rest
     * @param known of how many accounts it is known when they were used
     */
    public record Outlook(List<Upcoming> told, List<PersonId> resting, Held held, int known) {}

    /** One who was told. */
    public record Upcoming(PersonId person, LocalDate last, LocalDate rests) {}

    public Outlook show(Actor actor) {
        access.require(actor, Action.RULE_UNUSED);
        Known known = candidates.known();
        List<Upcoming> told =
                known.all().stream()
                        .filter(use ->
                                switch (DisuseRule.step(use, patience, known.today())) {
                                    case WAIT, REST -> true;
                                    case NOTHING, TELL -> false;
                                })
                        .map(use ->
                                new Upcoming(
                                        use.person(),
                                        use.last().orElseThrow(),
                                        DisuseRule.rests(use, patience).orElseThrow()))
                        .sorted(
                                Comparator.comparing(Upcoming::rests)
                                        .thenComparing(Upcoming::person))
                        .toList();
        List<PersonId> resting = new ArrayList<>();
        accounts.forEach(account -> {
            if (account.state() == Account.State.RESTING) {
                resting.add(account.id());
            }
        });
        return new Outlook(
                told,
                List.copyOf(resting),
                new Held(known.held(), known.in(Step.REST).size(), known.hash()),
                known.all().size());
    }
}
