package org.freihafen.enrolment;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.access.Actor;
import org.freihafen.accounts.Accounts;
import org.freihafen.accounts.FreeUsernames;
import org.freihafen.audit.Trail;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.membership.Memberships;
import org.freihafen.membership.People;
import org.freihafen.reconcile.Change;
import org.freihafen.roster.RosterEntry;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Carries a roster's plan out, a thousand people at a time, in the transaction of its approval: a
 * crash leaves everything as it was, and the same roster can be approved again.
 */
@Dependent
public class ApplyingRoster {
    private static final int AT_ONCE = 1000;

    private final People people;
    private final Memberships memberships;
    private final Accounts accounts;
    private final FreeUsernames usernames;
    private final LeavingDuties duties;
    private final Trail trail;
    private final Ids ids;

    @Inject
    public ApplyingRoster(
            People people,
            Memberships memberships,
            Accounts accounts,
            FreeUsernames usernames,
            LeavingDuties duties,
            Trail trail,
            Ids ids) {
        this.people = people;
        this.memberships = memberships;
        this.accounts = accounts;
        this.usernames = usernames;
        this.duties = duties;
        this.trail = trail;
        this.ids = ids;
    }

    public void apply(Actor actor, RosterPlan plan, LocalDate today) {
        Happenings happenings = new Happenings();
        List<Change<MemberNumber, RosterEntry>> changes = plan.plan().changes();
        for (int from = 0; from < changes.size(); from += AT_ONCE) {
            int to = Math.min(from + AT_ONCE, changes.size());
            RosterBatch batch = new RosterBatch(happenings, today, ids);
            batch.gather(changes.subList(from, to), plan.ids(), people);
            batch.store(people, memberships, accounts, usernames);
        }
        happenings.record(actor, trail);
        duties.end(actor, plan.leaving().keySet());
    }

    /** Those who must not leave, because nobody else administers the whole. */
    public Set<PersonId> staying(Set<PersonId> leaving) {
        return duties.staying(leaving);
    }
}
