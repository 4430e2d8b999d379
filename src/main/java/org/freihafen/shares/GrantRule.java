package org.freihafen.shares;

import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.membership.Period;
import org.freihafen.structure.Unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides whether a unit may give a grant. Knows nothing but what it is told. */
public final class GrantRule {
    private GrantRule() {}

    /**
     * Whether this grant may be added to those there are.
     *
     * @param existing the unit's grants that hold
     * @param receiver the unit whose people or leads would receive it
     * @param admitted whether the receiver's people may enter the cloud of the folder
     */
    public static Optional<Refusal> check(
            Unit giver,
            Unit receiver,
            FolderRef folder,
            Grantee to,
            List<Grant> existing,
            boolean admitted) {
        if (giver.id().equals(receiver.id())) {
            return refused(Rule.GRANT_TO_SELF, giver.name());
        }
        if (receiver.ended()) {
            return refused(Rule.UNIT_ENDED, receiver.name());
        }
        if (!admitted) {
            return refused(Rule.GRANTEE_NOT_ON_CLOUD, receiver.name());
        }
        boolean there =
                existing.stream().anyMatch(g -> g.folder().equals(folder) && g.to().equals(to));
        return there ? refused(Rule.GRANT_EXISTS, receiver.name()) : Optional.empty();
    }

    public static Optional<Refusal> checkTerms(
            Set<Permission> permissions, Period period, LocalDate today) {
        if (!permissions.contains(Permission.READ)) {
            return refused(Rule.PERMISSIONS_NEED_READING);
        }
        Optional<LocalDate> until = period.until();
        return until.isPresent() && !until.get().isAfter(today)
                ? refused(Rule.END_IN_THE_PAST, until.get().minusDays(1).toString())
                : Optional.empty();
    }

    private static Optional<Refusal> refused(Rule rule, String... facts) {
        return Optional.of(Refusal.by(rule, facts));
    }
}
