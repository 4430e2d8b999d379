package org.freihafen.restgrant;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.access.Action;
import org.freihafen.groups.Part;
import org.freihafen.ids.FolderId;
import org.freihafen.rest.Fields;
import org.freihafen.rest.Sight;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grantee;
import org.freihafen.shares.Links;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.Workspaces;

import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Grants as programs read them. */
@Dependent
class GrantViews {
    private final Sight sight;
    private final Workspaces workspaces;
    private final Links links;

    @Inject
    GrantViews(Sight sight, Workspaces workspaces, Links links) {
        this.sight = sight;
        this.workspaces = workspaces;
        this.links = links;
    }

    /**
     * To whom.
     *
     * @param kind {@code unit}, {@code person}, {@code link}, {@code mail} or {@code federated}
     * @param unit its key, for a unit
     * @param name what people call the unit, the address or the account
     * @param part {@code people} or {@code leads}, for a unit
     * @param person its id, for a person
     * @param password whether a link asks for one
     */
    public record Recipient(
            String kind,
            Optional<String> unit,
            Optional<String> name,
            Optional<String> part,
            Optional<String> person,
            Optional<Boolean> password) {}

    /**
     * A grant.
     *
     * @param by the key of the unit that gives it
     * @param folder empty for the whole workspace
     * @param until the last day on which it holds
     * @param link where a link leads, once the cloud has made it, for those who may grant
     */
    public record GrantView(
            String id,
            String by,
            String byName,
            Optional<FoldersResource.FolderView> folder,
            Recipient to,
            List<String> permissions,
            LocalDate from,
            Optional<LocalDate> until,
            String reason,
            Optional<String> link) {}

    List<GrantView> views(List<Grant> grants) {
        Structure structure = sight.structure();
        Map<FolderId, Folder> folders = new HashMap<>();
        grants.stream()
                .map(grant -> grant.folder().workspace())
                .distinct()
                .forEach(giver -> workspaces.folders(giver).forEach(f -> folders.put(f.id(), f)));
        return grants.stream().map(grant -> view(grant, structure, folders)).toList();
    }

    GrantView view(Grant grant) {
        return views(List.of(grant)).getFirst();
    }

    private GrantView view(Grant grant, Structure structure, Map<FolderId, Folder> folders) {
        Optional<Unit> giver = structure.byId(grant.folder().workspace());
        Optional<Folder> folder =
                grant.folder().folder().flatMap(id -> Optional.ofNullable(folders.get(id)));
        return new GrantView(
                grant.id().toString(),
                giver.map(unit -> sight.keyOf(unit).value()).orElse(""),
                giver.map(sight::nameOf).orElse(""),
                folder.map(FoldersResource.FolderView::of),
                recipient(grant.to(), structure),
                grant.permissions().stream().sorted().map(Fields::spelled).toList(),
                grant.period().from(),
                grant.period().until().map(day -> day.minusDays(1)),
                grant.reason(),
                giver.filter(unit -> sight.allows(Action.GRANT, unit))
                        .flatMap(_ -> links.of(grant.id()))
                        .map(URI::toString));
    }

    /** A unit that the caller may not see keeps its name to itself. */
    Recipient recipient(Grantee to, Structure structure) {
        return switch (to) {
            case Grantee.ToGroup(var group) -> {
                Optional<Unit> unit = structure.byId(group.unit()).filter(sight::seesUnit);
                yield recipient(
                        to,
                        Optional.of(unit.map(u -> u.key().value()).orElse("")),
                        Optional.of(unit.map(Unit::name).orElse("")),
                        Optional.of(group.part() == Part.LEADS ? "leads" : "people"));
            }
            case Grantee.ToPerson _, Grantee.ToLink _ -> recipient(to, Optional.empty());
            case Grantee.ToMail(String address, boolean _) -> recipient(to, Optional.of(address));
            case Grantee.ToFederated(String account) -> recipient(to, Optional.of(account));
        };
    }

    private static Recipient recipient(Grantee to, Optional<String> name) {
        return recipient(to, Optional.empty(), name, Optional.empty());
    }

    private static Recipient recipient(
            Grantee to, Optional<String> unit, Optional<String> name, Optional<String> part) {
        boolean linked = to instanceof Grantee.ToLink || to instanceof Grantee.ToMail;
        return new Recipient(
                Fields.spelled(to.kind()),
                unit,
                name,
                part,
                to instanceof Grantee.ToPerson(var person)
                        ? Optional.of(person.toString())
                        : Optional.empty(),
                linked ? Optional.of(to.asksPassword()) : Optional.empty());
    }
}
