package org.freihafen.cloud;

import org.freihafen.audit.InMemoryTrail;
import org.freihafen.byhand.HandOver;
import org.freihafen.ceilings.Ceilings;
import org.freihafen.ceilings.CloudCeilings;
import org.freihafen.drift.Found;
import org.freihafen.drift.InMemoryDrifts;
import org.freihafen.drift.NotingDrift;
import org.freihafen.example.Example;
import org.freihafen.granting.TakingOverShares.PersonalShare;
import org.freihafen.groups.GroupDesign;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.ids.FolderId;
import org.freihafen.ids.GrantId;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.RunId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Period;
import org.freihafen.reconcile.Scope;
import org.freihafen.reconcile.State;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grantee;
import org.freihafen.shares.InMemoryLinkPasswords;
import org.freihafen.shares.InMemoryShownAnew;
import org.freihafen.shares.InMemoryUnitCeilings;
import org.freihafen.shares.Permission;
import org.freihafen.structure.Ending;
import org.freihafen.structure.Entrants;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKey;
import org.freihafen.structure.UnitKind;
import org.freihafen.workspaces.Closing;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.FolderRef;
import org.freihafen.workspaces.Workspace;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** A small federation that a test changes step by step, and what a cloud should make of it. */
public final class Federation implements Supplier<CloudInputs>, HandOver {
    public static final LocalDate TODAY = LocalDate.of(2026, 10, 1);
    public static final Set<Permission> READ = Set.of(Permission.READ);
    public static final Set<Permission> ALL = Set.of(Permission.values());

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-10-01T12:00:00Z"), ZoneOffset.UTC);

    private final Ids ids = new Ids(CLOCK, new Random(5));
    private final Map<UnitId, Unit> units = new LinkedHashMap<>();
    private final Map<UnitId, Ending> endings = new LinkedHashMap<>();
    private final Map<UnitId, Workspace> workspaces = new LinkedHashMap<>();
    private final Map<FolderId, Folder> folders = new LinkedHashMap<>();
    private final Map<GrantId, Grant> grants = new LinkedHashMap<>();

    /** Ceilings that units set. */
    public final InMemoryUnitCeilings unitCeilings = new InMemoryUnitCeilings();

    private final InMemoryLinkPasswords passwords = new InMemoryLinkPasswords();
    private final InMemoryShownAnew shownAnew = new InMemoryShownAnew();
    private LocalDate today = TODAY;
    private Entrants entrants = Entrants.byKind();

    /** The federation's root, with a workspace. */
    public Unit root() {
        return units.values().stream()
                .filter(unit -> unit.parent().isEmpty())
                .findFirst()
                .orElseGet(() -> add("bund", "federation", "Bundesverband", Optional.empty()));
    }

    /** A unit under the root, with a workspace if its kind has one. */
    public Unit unit(String key, String kind, String name) {
        return add(key, kind, name, Optional.of(root().id()));
    }

    public Unit unit(String key, String kind, String name, Unit parent) {
        return add(key, kind, name, Optional.of(parent.id()));
    }

    public Unit group(String key, String name) {
        return unit(key, "working-group", name);
    }

    private Unit add(String key, String kind, String name, Optional<UnitId> parent) {
        Unit unit =
                new Unit(
                        ids.unit(),
                        new UnitKey(key),
                        Example.kinds().named(kind).orElseThrow(),
                        name,
                        parent,
                        Optional.empty(),
                        Unit.Origin.FOUNDED,
                        false);
        units.put(unit.id(), unit);
        if (unit.kind().hasWorkspace()) {
            workspaces.put(
                    unit.id(), new Workspace(unit.id(), unit.kind().cloud().orElseThrow(), false));
        }
        return unit;
    }

    public void rename(Unit unit, String name) {
        units.computeIfPresent(unit.id(), (_, now) -> now.named(name));
    }

    public void end(Unit unit) {
        units.computeIfPresent(unit.id(), (_, now) -> now.end());
    }

    /** Merges it; its group stays with its people, as long as a grant to it waits for a word. */
    public void merge(Unit unit, Unit into) {
        end(unit);
        endings.put(unit.id(), Ending.merged(unit.id(), TODAY, into.id(), true));
    }

    public void dissolve(Unit unit) {
        end(unit);
        endings.put(unit.id(), Ending.dissolved(unit.id(), TODAY));
    }

    public void restore(Unit unit) {
        units.computeIfPresent(unit.id(), (_, now) -> now.restored());
        endings.remove(unit.id());
    }

    public Folder folder(Unit unit, String path) {
        Folder folder = new Folder(ids.folder(), unit.id(), path);
        folders.put(folder.id(), folder);
        return folder;
    }

    public void close(Folder folder, Closing to) {
        folders.computeIfPresent(folder.id(), (_, now) -> now.closedTo(Optional.of(to)));
    }

    /** What runs found that was done by hand. */
    public final InMemoryDrifts drifts = new InMemoryDrifts();

    private final NotingDrift noting =
            new NotingDrift(drifts, new InMemoryTrail(CLOCK), ids, CLOCK);

    @Override
    public void found(List<Found> found, RunId run) {
        noting.note(found, run);
    }

    @Override
    public void done(String cloud, String object) {
        noting.done(cloud, object);
    }

    /** Whether nothing comes of what people share in person. */
    public boolean refusing;

    /** Why shares that people made in person were ended. */
    public final List<String> ended = new ArrayList<>();

    @Override
    public Optional<Folder> takeOver(PersonalShare share) {
        if (refusing) {
            return Optional.empty();
        }
        Folder folder =
                share.folder()
                        .map(this::folder)
                        .orElseGet(() -> folder(byId(share.unit()), share.path()));
        grant(FolderRef.of(folder), share.to(), share.permissions(), share.until());
        return Optional.of(folder);
    }

    @Override
    public void ended(UnitId unit, Optional<PersonId> by, String path, String why) {
        ended.add(path + ": " + why);
    }

    private Unit byId(UnitId id) {
        return Objects.requireNonNull(units.get(id));
    }

    /** Lets people of this unit share in the cloud itself. */
    public void letShare(Unit unit) {
        UnitKind kind = unit.kind();
        UnitKind sharing =
                new UnitKind(
                        kind.name(),
                        kind.labels(),
                        kind.mayContain(),
                        kind.intake(),
                        kind.hasLeads(),
                        kind.founded(),
                        kind.discreet(),
                        kind.cloud(),
                        kind.workspaceMade(),
                        kind.rights(),
                        kind.lingeringDays(),
                        true,
                        kind.ceiling());
        units.computeIfPresent(
                unit.id(),
                (_, now) ->
                        new Unit(
                                now.id(),
                                now.key(),
                                sharing,
                                now.name(),
                                now.parent(),
                                now.officialKey(),
                                now.origin(),
                                now.ended()));
    }

    @Override
    public void follow(List<Folder> now) {
        now.forEach(folder -> folders.put(folder.id(), folder));
    }

    /** As if it had never been founded here. */
    public void forget(Unit unit) {
        units.remove(unit.id());
        workspaces.remove(unit.id());
    }

    public void forget(Folder folder) {
        folders.remove(folder.id());
        grants.values().removeIf(grant -> grant.folder().folder().equals(Optional.of(folder.id())));
    }

    public Folder folder(FolderId id) {
        return Objects.requireNonNull(folders.get(id));
    }

    public Grant grant(Folder folder, Unit to, Set<Permission> permissions) {
        return grant(FolderRef.of(folder), people(to), permissions, Optional.empty());
    }

    public Grant grant(FolderRef folder, GroupId to, Set<Permission> permissions) {
        return grant(folder, to, permissions, Optional.empty());
    }

    public Grant grant(
            FolderRef folder, GroupId to, Set<Permission> permissions, Optional<LocalDate> until) {
        return grant(folder, new Grantee.ToGroup(to), permissions, until);
    }

    public Grant grant(
            FolderRef folder, Grantee to, Set<Permission> permissions, Optional<LocalDate> until) {
        Grant grant =
                new Grant(
                        ids.grant(),
                        folder,
                        to,
                        permissions,
                        new Period(TODAY, until),
                        "Zusammenarbeit",
                        ids.person());
        grants.put(grant.id(), grant);
        return grant;
    }

    public void change(Grant grant, Set<Permission> permissions) {
        grants.computeIfPresent(grant.id(), (_, now) -> now.allowing(permissions));
    }

    public void end(Grant grant) {
        grants.remove(grant.id());
    }

    public InMemoryLinkPasswords passwords() {
        return passwords;
    }

    public InMemoryShownAnew shownAnew() {
        return shownAnew;
    }

    /** From now on nothing may leave any cloud. */
    public void closeClouds() {
        entrants = new Entrants(Map.of(), Set.of());
    }

    public void today(LocalDate day) {
        today = day;
    }

    public static GroupId people(Unit unit) {
        return new GroupId(unit.id(), Part.PEOPLE);
    }

    public static GroupId leads(Unit unit) {
        return new GroupId(unit.id(), Part.LEADS);
    }

    @Override
    public CloudInputs get() {
        Structure structure = new Structure(List.copyOf(units.values()), endings.values());
        return new CloudInputs(
                structure,
                new GroupDesign(structure, _ -> true).groups(),
                List.copyOf(workspaces.values()),
                List.copyOf(folders.values()),
                new ArrayList<>(grants.values()),
                new Ceilings(CloudCeilings.none(), unitCeilings),
                passwords.waiting(),
                drifts.pending(),
                shownAnew.waiting(),
                entrants,
                today);
    }

    public State<CloudKey, CloudObject> desired() {
        return new CloudDesign("working", get()).desired();
    }

    public State<CloudKey, CloudObject> desired(Scope<CloudKey> scope) {
        return desired().within(scope);
    }
}
