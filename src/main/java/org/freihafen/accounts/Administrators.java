package org.freihafen.accounts;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.access.Access;
import org.freihafen.access.Duties;
import org.freihafen.access.DutyRule;
import org.freihafen.access.Standings;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;

import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Who administers the whole federation for good and can still come in. Somebody always does. */
@Dependent
public class Administrators {
    private final Access access;
    private final Duties duties;
    private final Accounts accounts;
    private final Clock clock;

    @Inject
    public Administrators(Access access, Duties duties, Accounts accounts, Clock clock) {
        this.access = access;
        this.duties = duties;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Those of the people who administer the whole, if nobody else would once they no longer do;
     * otherwise nobody.
     */
    public Set<PersonId> lastAmong(Set<PersonId> people) {
        Set<PersonId> last = present();
        return people.containsAll(last) ? last : Set.of();
    }

    /** Who administers the whole alone; empty if nobody does, or several do. */
    public Optional<PersonId> only() {
        Set<PersonId> present = present();
        return present.size() == 1 ? Optional.of(present.iterator().next()) : Optional.empty();
    }

    private Set<PersonId> present() {
        Set<PersonId> holding = DutyRule.administering(duties.all(), whole(), clock.instant());
        Set<PersonId> present = new HashSet<>();
        accounts.byIds(holding)
                .forEach((person, account) -> {
                    if (account.usable()) {
                        present.add(person);
                    }
                });
        return present;
    }

    /** The units that stand for the whole federation. */
    public Set<UnitId> whole() {
        UnitId root = access.federation();
        return root.equals(Standings.FEDERATION)
                ? Set.of(root)
                : Set.of(root, Standings.FEDERATION);
    }
}
