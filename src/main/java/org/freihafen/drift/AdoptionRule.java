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
 * ends one; what follows from a kind of unit or from a name is decided elsewhere.
 */
public final class AdoptionRule {
    private AdoptionRule() {}

    /**
     * Whether it can be adopted at all; the rules for grants are asked besides.
     *
     * @param unit whose workspace it is
     * @param by the kind's right what the recipient may do there; empty for nothing
     * @param existing the unit's grants that hold
     */
    public static Optional<Refusal> check(
            Found found, Unit unit, Set<Permission> by, List<Grant> existing) {
        return switch (found.what()) {
            case GIVEN -> recipient(found).or(() -> place(found));
            case SHARED -> found.law() == Law.PUT_BACK ? recipient(found) : Optional.empty();
            case CHANGED ->
                    recipient(found)
                            .or(() -> place(found))
                            .or(() ->
                                    grant(found, existing).isPresent()
                                            ? Optional.empty()
                                            : widening(found, unit, by));
            case TAKEN ->
                    recipient(found)
                            .or(() -> place(found))
                            .or(() ->
                                    grant(found, existing).isPresent() && by.isEmpty()
                                            ? Optional.empty()
                                            : ruled(unit));
            case MOVED ->
                    found.law() == Law.FOLLOWED
                            ? Optional.empty()
                            : Optional.of(
                                    Refusal.by(Rule.DRIFT_OUT_OF_PLACE, found.place().path()));
            case DELETED -> Optional.empty();
            case UNCLOSED, RENAMED -> ruled(unit);
        };
    }

    /** The grant that carries the access in question. */
    public static Optional<Grant> grant(Found found, List<Grant> existing) {
        Optional<FolderRef> folder = found.folder();
        Optional<Grantee> to = found.to();
        return existing.stream()
                .filter(grant -> folder.equals(Optional.of(grant.folder())))
                .filter(grant -> to.equals(Optional.of(grant.to())))
                .findFirst();
    }

    private static Optional<Refusal> recipient(Found found) {
        return found.to().isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.by(Rule.DRIFT_OF_STRANGERS, found.stranger()));
    }

    private static Optional<Refusal> place(Found found) {
        return found.folder().isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.by(Rule.DRIFT_IN_UNKNOWN_FOLDER, found.place().path()));
    }

    private static Optional<Refusal> widening(Found found, Unit unit, Set<Permission> by) {
        Optional<Set<Permission>> is = found.is().map(Terms::permissions);
        return is.filter(now -> now.containsAll(by) && !now.equals(by)).isPresent()
                ? Optional.empty()
                : ruled(unit);
    }

    private static Optional<Refusal> ruled(Unit unit) {
        return Optional.of(Refusal.by(Rule.DRIFT_RULED, unit.name(), unit.kind().name()));
    }
}
