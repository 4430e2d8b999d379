package org.freihafen.shares;

import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.groups.Part;
import org.freihafen.membership.Period;
import org.freihafen.structure.Entrants;
import org.freihafen.structure.Unit;
import org.freihafen.workspaces.FolderRef;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides whether a unit may give a grant. Knows nothing but what it is told. */
public final class GrantRule {
    private GrantRule() {}

    /**
     * Whether this unit may receive a grant of that one.
     *
     * @param admitted whether the receiver's people may enter the cloud of the folder
     */
    public static Optional<Refusal> checkUnits(Unit giver, Unit receiver, boolean admitted) {
        if (giver.id().equals(receiver.id())) {
            return refused(Rule.GRANT_TO_SELF, giver.name());
        }
        if (receiver.ended()) {
            return refused(Rule.UNIT_ENDED, receiver.name());
        }
        return admitted ? Optional.empty() : refused(Rule.GRANTEE_NOT_ON_CLOUD, receiver.name());
    }

    /** Whether a grant to a unit's leads reaches anybody: not every kind of unit has them. */
    public static Optional<Refusal> checkLeads(Grantee to, Unit receiver) {
        return to.toGroup().filter(group -> group.part() == Part.LEADS).isPresent()
                        && !receiver.kind().hasLeads()
                ? refused(Rule.GRANTEE_HAS_NO_LEADS, receiver.name())
                : Optional.empty();
    }

    /**
     * Whether one more may be given. A folder is granted to the same recipient once; it may have
     * any number of links.
     *
     * @param existing the unit's grants that hold
     * @param name what people call the recipient
     */
    public static Optional<Refusal> checkOnce(
            FolderRef folder, Grantee to, List<Grant> existing, String name) {
        boolean there =
                existing.stream().anyMatch(g -> g.folder().equals(folder) && isSame(g.to(), to));
        return there ? refused(Rule.GRANT_EXISTS, name) : Optional.empty();
    }

    private static boolean isSame(Grantee one, Grantee other) {
        return switch (one) {
            case Grantee.ToGroup _, Grantee.ToPerson _, Grantee.ToFederated _ -> one.equals(other);
            case Grantee.ToMail(String address, boolean _) ->
                    other instanceof Grantee.ToMail mail && mail.address().equals(address);
            case Grantee.ToLink _ -> false;
        };
    }

    /** Whether people outside may be reached from the cloud, and in this way. */
    public static Optional<Refusal> checkOutward(
            Grantee to, Optional<LinkPassword> password, Entrants entrants, String cloud) {
        if (entrants.internal(cloud) && to.kind() != Grantee.Kind.UNIT) {
            return refused(Rule.CLOUD_IS_INTERNAL, cloud);
        }
        return OutwardRule.check(to).or(() -> password.flatMap(LinkPassword::check));
    }

    /** What is taken without being shown needs somebody who brings it: a link. */
    public static Optional<Refusal> checkTerms(
            Grantee.Kind to, Set<Permission> permissions, Period period, LocalDate today) {
        boolean dropBox = permissions.equals(Set.of(Permission.CREATE)) && to.linked();
        if (!permissions.contains(Permission.READ) && !dropBox) {
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
