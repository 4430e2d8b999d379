package org.freihafen.cloud;

import org.freihafen.cloud.CloudKey.OfFolder;
import org.freihafen.cloud.CloudKey.OfRules;
import org.freihafen.cloud.CloudKey.OfShare;
import org.freihafen.cloud.CloudKey.OfWorkspace;
import org.freihafen.cloud.CloudKey.Shared;
import org.freihafen.cloud.CloudObject.FolderObject;
import org.freihafen.cloud.CloudObject.Lock;
import org.freihafen.cloud.CloudObject.RulesObject;
import org.freihafen.cloud.CloudObject.ShareObject;
import org.freihafen.cloud.CloudObject.WorkspaceObject;
import org.freihafen.groups.Group;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.FolderId;
import org.freihafen.ids.GrantId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.State;
import org.freihafen.shares.DefaultRights;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grantee;
import org.freihafen.shares.Permission;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKind;
import org.freihafen.workspaces.Closing;
import org.freihafen.workspaces.ClosingRule;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.Workspace;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What one cloud should hold: a Team folder for every workspace that lies on it, the folders in
 * them that Freihafen knows, rules for those that are closed, and a share for every grant of a
 * folder. Default rights come from the unit's kind; a whole workspace granted to another unit is
 * that unit's group on the Team folder with the widest of all its rights. Grants to groups that no
 * longer exist, and of folders that people deleted in the cloud, are not carried out.
 */
public final class CloudDesign {
    private static final int EVERYTHING = 15;
    private static final int SHARING = 16;

    private final String cloud;
    private final CloudInputs inputs;
    private final WorkspaceNames names;
    private final Set<GroupId> groups;
    private final Map<UnitId, Workspace> workspaces = new HashMap<>();

    public CloudDesign(String cloud, CloudInputs inputs) {
        this.cloud = cloud;
        this.inputs = inputs;
        for (Workspace workspace : inputs.workspaces()) {
            if (workspace.cloud().equals(cloud)) {
                workspaces.put(workspace.unit(), workspace);
            }
        }
        names = new WorkspaceNames(inputs.structure(), List.copyOf(workspaces.values()));
        groups = inputs.groups().stream().map(Group::id).collect(Collectors.toSet());
    }

    /** What its workspaces and folders are called. */
    public WorkspaceNames names() {
        return names;
    }

    public State<CloudKey, CloudObject> desired() {
        Map<CloudKey, CloudObject> desired = new HashMap<>();
        Set<UnitId> open = new HashSet<>();
        for (Workspace workspace : workspaces.values()) {
            Optional<Unit> owner = inputs.structure().heir(workspace.unit());
            if (owner.isPresent()) {
                boolean archived = WorkspaceNames.archived(owner.get(), workspace);
                if (!archived) {
                    open.add(workspace.unit());
                }
                desired.put(
                        new OfWorkspace(workspace.unit()),
                        new WorkspaceObject(
                                names.of(workspace.unit()),
                                archived ? new TreeMap<>() : defaults(owner.get()),
                                true));
            }
        }
        Map<FolderId, UnitId> folders = new HashMap<>();
        for (Folder folder : inputs.folders()) {
            if (!folder.deleted() && desired.containsKey(new OfWorkspace(folder.unit()))) {
                folders.put(folder.id(), folder.unit());
                desired.put(
                        new OfFolder(folder.id()),
                        new FolderObject(folder.unit(), names.path(folder.unit(), folder.path())));
            }
        }
        for (Grant grant : inputs.grants()) {
            if (open.contains(grant.folder().workspace()) && grant.holdsOn(inputs.today())) {
                give(grant, folders, desired);
            }
        }
        for (Folder folder : inputs.folders()) {
            if (folders.containsKey(folder.id()) && open.contains(folder.unit())) {
                folder.closedTo().ifPresent(to -> close(folder, to, desired));
            }
        }
        return State.of(desired);
    }

    /** Shut to every group on the workspace but the one for which it stays open. */
    private void close(Folder folder, Closing to, Map<CloudKey, CloudObject> desired) {
        Optional<GroupId> open =
                inputs.structure()
                        .heir(folder.unit())
                        .flatMap(unit -> ClosingRule.group(unit, to, inputs.structure()))
                        .filter(groups::contains);
        if (desired.get(new OfWorkspace(folder.unit())) instanceof WorkspaceObject workspace) {
            SortedMap<GroupId, Integer> rules = new TreeMap<>();
            workspace.groups().keySet().forEach(group -> rules.put(group, 0));
            open.ifPresent(group -> rules.put(group, EVERYTHING | SHARING));
            if (!rules.isEmpty()) {
                desired.put(new OfRules(folder.id()), new RulesObject(rules));
            }
        }
    }

    private void give(
            Grant grant, Map<FolderId, UnitId> folders, Map<CloudKey, CloudObject> desired) {
        Optional<GroupId> group = grant.to().toGroup();
        int bits = PermissionBits.of(grant.permissions());
        if (bits == 0 || (group.isPresent() && !groups.contains(group.get()))) {
            return;
        }
        UnitId workspace = grant.folder().workspace();
        Optional<FolderId> folder = grant.folder().folder();
        if (folder.isEmpty() && group.isPresent()) {
            desired.computeIfPresent(
                    new OfWorkspace(workspace), (_, object) -> widened(object, group.get(), bits));
        } else if (folder.isEmpty() || workspace.equals(folders.get(folder.get()))) {
            desired.merge(
                    new OfShare(Shared.of(grant.folder()), recipient(grant)),
                    new ShareObject(bits, grant.until(), lock(grant), anew(grant)),
                    CloudDesign::wider);
        }
    }

    /** With whom a cloud shares what this grant gives. */
    static Recipient recipient(Grant grant) {
        return switch (grant.to()) {
            case Grantee.ToGroup(GroupId group) -> new Recipient.Members(group);
            case Grantee.ToPerson(PersonId person) -> new Recipient.Somebody(person);
            case Grantee.ToLink _ -> new Recipient.Link(grant.id());
            case Grantee.ToMail(String address, boolean _) ->
                    new Recipient.Mail(grant.id(), address);
            case Grantee.ToFederated(String account) -> new Recipient.Remote(account);
        };
    }

    private Optional<GrantId> anew(Grant grant) {
        return Optional.of(grant.id()).filter(inputs.anew()::contains);
    }

    private Lock lock(Grant grant) {
        if (!grant.to().asksPassword()) {
            return Lock.OPEN;
        }
        return inputs.renewed().contains(grant.id()) ? Lock.NEW_PASSWORD : Lock.PASSWORD;
    }

    private static CloudObject widened(CloudObject object, GroupId to, int bits) {
        if (!(object instanceof WorkspaceObject workspace)) {
            return object;
        }
        SortedMap<GroupId, Integer> wider = new TreeMap<>(workspace.groups());
        wider.merge(to, bits, (one, other) -> one | other);
        return new WorkspaceObject(workspace.name(), wider, workspace.served());
    }

    private static CloudObject wider(CloudObject one, CloudObject other) {
        if (one instanceof ShareObject mine && other instanceof ShareObject theirs) {
            Optional<LocalDate> until =
                    mine.until().flatMap(my -> theirs.until().map(their -> later(my, their)));
            return new ShareObject(
                    mine.permissions() | theirs.permissions(),
                    until,
                    mine.lock(),
                    mine.anew().or(theirs::anew));
        }
        return one;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private SortedMap<GroupId, Integer> defaults(Unit unit) {
        SortedMap<GroupId, Integer> rights = new TreeMap<>();
        DefaultRights.of(unit, inputs.structure(), cloud, inputs.entrants())
                .forEach((group, allowed) -> rights.put(group, bits(unit.kind(), allowed)));
        rights.keySet().retainAll(groups);
        return rights;
    }

    /** Who may edit may share too, where the kind lets people. */
    private static int bits(UnitKind kind, Set<Permission> allowed) {
        boolean sharing = kind.sharing() && allowed.contains(Permission.EDIT);
        int bits = PermissionBits.of(allowed);
        return sharing ? bits | SHARING : bits;
    }
}
