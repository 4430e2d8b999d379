package org.freihafen.drift;

import org.freihafen.access.Refusal;
import org.freihafen.drift.AdoptionRule.Case;
import org.freihafen.ids.UnitId;
import org.freihafen.shares.DefaultRights;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grantee;
import org.freihafen.shares.Grants;
import org.freihafen.shares.Permission;
import org.freihafen.structure.Entrants;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.FolderRef;
import org.freihafen.workspaces.Workspaces;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was found by hand together with what is known of it here. Each unit's grants and folders are
 * read once, however much was found in it.
 */
final class Cases {
    private final Structure structure;
    private final Workspaces workspaces;
    private final Grants grants;
    private final Entrants entrants;
    private final LocalDate today;
    private final Map<UnitId, List<Grant>> grantsBy = new HashMap<>();
    private final Map<UnitId, List<Folder>> foldersOf = new HashMap<>();

    Cases(
            Structure structure,
            Workspaces workspaces,
            Grants grants,
            Entrants entrants,
            LocalDate today) {
        this.structure = structure;
        this.workspaces = workspaces;
        this.grants = grants;
        this.entrants = entrants;
        this.today = today;
    }

    /** Why it cannot be adopted, if so. */
    Optional<Refusal> notAdopted(Found found) {
        return of(found).flatMap(AdoptionRule::check);
    }

    /** Empty where nobody inherited the unit. */
    Optional<Case> of(Found found) {
        return structure.heir(found.unit()).map(unit -> of(unit, found));
    }

    private Case of(Unit unit, Found found) {
        Optional<FolderRef> folder = folder(found);
        boolean whole = folder.filter(ref -> ref.folder().isEmpty()).isPresent();
        Set<Permission> byKind =
                found.to()
                        .filter(_ -> whole)
                        .flatMap(Grantee::toGroup)
                        .map(DefaultRights.of(unit, structure, found.cloud(), entrants)::get)
                        .orElse(Set.of());
        return new Case(
                found,
                folder,
                unit,
                byKind,
                grantsBy.computeIfAbsent(found.unit(), owner -> grants.by(owner, today)));
    }

    /** One that only the cloud knew may have become known since. */
    private Optional<FolderRef> folder(Found found) {
        return found.folder()
                .or(() ->
                        foldersOf.computeIfAbsent(found.unit(), workspaces::folders).stream()
                                .filter(known ->
                                        known.path().equalsIgnoreCase(found.place().path()))
                                .findFirst()
                                .map(FolderRef::of));
    }
}
