package org.freihafen.drift;

import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.drift.Found.Law;
import org.freihafen.drift.Found.Terms;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grantee;
import org.freihafen.shares.Permission;
import org.freihafen.structure.Unit;
import org.freihafen.workspaces.FolderRef;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether what was done by hand can be decided so. What a grant can hold becomes one, or changes or
 * ends one; what follows from a kind of unit or from a name is decided elsewhere. The rules for
 * grants are asked besides.
 */
final class AdoptionRule {
    private AdoptionRule() {}

    /**
     * All that is known about it here.
     *
     * @param folder the workspace or folder; empty for one that only the cloud knows
     * @param unit whose it is
     * @param byKind what the recipient may do there without any grant
     * @param existing the unit's grants that hold
     */
    record Case(
            Found found,
            Optional<FolderRef> folder,
            Unit unit,
            Set<Permission> byKind,
            List<Grant> existing) {
        /** The grant that carries the access in question. */
        Optional<Grant> grant() {
            return existing.stream()
                    .filter(grant -> folder.equals(Optional.of(grant.folder())))
                    .filter(this::carries)
                    .findFirst();
        }

        /**
         * Links look alike, and several may lead to one folder: the cloud's key names the grant.
         */
        private boolean carries(Grant grant) {
            return grant.to().kind() == Grantee.Kind.LINK
                    ? found.object().endsWith(":link=" + grant.id())
                    : found.to().equals(Optional.of(grant.to()));
        }
    }

    static Optional<Refusal> check(Case asked) {
        Found found = asked.found();
        return switch (found.what()) {
            case GIVEN -> access(asked);
            case SHARED -> found.law() == Law.PUT_BACK ? access(asked) : Optional.empty();
            case CHANGED ->
                    access(asked)
                            .or(() -> asked.grant().isPresent() ? Optional.empty() : wider(asked));
            case TAKEN ->
                    access(asked)
                            .or(() ->
                                    asked.grant().isPresent() && asked.byKind().isEmpty()
                                            ? Optional.empty()
                                            : ruled(asked));
            case MOVED ->
                    found.law() == Law.FOLLOWED
                            ? Optional.empty()
                            : refused(Rule.DRIFT_OUT_OF_PLACE, found.place().path());
            case DELETED -> Optional.empty();
            case UNCLOSED, RENAMED -> ruled(asked);
        };
    }

    private static Optional<Refusal> access(Case asked) {
        Found found = asked.found();
        if (found.to().isEmpty()) {
            return refused(Rule.DRIFT_OF_STRANGERS, found.stranger());
        }
        if (asked.folder().isEmpty()) {
            return refused(Rule.DRIFT_IN_UNKNOWN_FOLDER, found.place().path());
        }
        boolean more =
                found.to()
                        .filter(to -> to.kind() == Grantee.Kind.PERSON || to.asksPassword())
                        .isPresent();
        return more && asked.grant().isEmpty()
                ? refused(Rule.DRIFT_ANEW, found.place().path())
                : Optional.empty();
    }

    private static Optional<Refusal> wider(Case asked) {
        Set<Permission> before = asked.byKind();
        Optional<Set<Permission>> now = asked.found().is().map(Terms::permissions);
        return now.filter(is -> is.containsAll(before) && !is.equals(before)).isPresent()
                ? Optional.empty()
                : ruled(asked);
    }

    private static Optional<Refusal> ruled(Case asked) {
        return refused(Rule.DRIFT_RULED, asked.unit().name(), asked.unit().kind().name());
    }

    private static Optional<Refusal> refused(Rule rule, String... facts) {
        return Optional.of(Refusal.by(rule, facts));
    }
}
