package org.freihafen.cloud;

import org.freihafen.groups.GroupId;
import org.freihafen.ids.GrantId;
import org.freihafen.ids.UnitId;
import org.freihafen.shares.Grantee;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an object of ours in a file cloud looks like. Permissions are the cloud's own bits: 1 read,
 * 2 edit, 4 create, 8 delete; 16, sharing further, is for the service account alone.
 */
public sealed interface CloudObject {
    /**
     * A unit's Team folder. An archived one has no groups.
     *
     * @param groups who reaches it, the service account's own group left out
     * @param served whether the service account's group stands on it with all rights, as it must
     * @param strangers groups that somebody put there by hand, by the cloud's name for each
     */
    record WorkspaceObject(
            String name,
            SortedMap<GroupId, Integer> groups,
            boolean served,
            SortedMap<String, Integer> strangers)
            implements CloudObject {
        public WorkspaceObject {
            groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
            strangers = Collections.unmodifiableSortedMap(new TreeMap<>(strangers));
        }

        /** As it should be: nobody else stands on it. */
        public WorkspaceObject(String name, SortedMap<GroupId, Integer> groups, boolean served) {
            this(name, groups, served, new TreeMap<>());
        }
    }

    /**
     * A folder in a workspace.
     *
     * @param path as it is in the cloud, below the workspace and without slashes at its ends; with
     *     a slash before it if somebody took it out of the workspace
     */
    record FolderObject(UnitId workspace, String path) implements CloudObject {}

    /**
     * A folder that people deleted.
     *
     * @param path where it was last
     */
    record DeletedFolderObject(UnitId workspace, String path) implements CloudObject {}

    /**
     * The rules of a closed folder, by the workspace's groups: what each may do in it, nothing for
     * those to whom it is closed.
     */
    record RulesObject(SortedMap<GroupId, Integer> groups) implements CloudObject {
        public RulesObject {
            groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
        }
    }

    /** A Team folder on which the service account's group stands, and which is in no record. */
    record StrayWorkspaceObject(String name) implements CloudObject {}

    /**
     * Something that the service account shares out of one of our workspaces, and which is in no
     * record.
     *
     * @param path as the service account sees it
     * @param to the cloud's name of the group, or what else it is shared with
     */
    record StrayShareObject(UnitId workspace, String path, String to, int permissions)
            implements CloudObject {}

    /**
     * What somebody shares in person out of one of our workspaces.
     *
     * @param fileId the folder or file that is shared
     * @param path below the workspace; empty for the whole of it
     * @param file whether it is a single file
     * @param by who did, by the cloud's id
     * @param to with whom, if it can be told in our words
     * @param with the same for people
     */
    record PersonalShareObject(
            UnitId workspace,
            String fileId,
            String path,
            boolean file,
            String by,
            Optional<Grantee> to,
            String with,
            int permissions,
            Optional<LocalDate> until)
            implements CloudObject {}

    /**
     * A folder shared with somebody.
     *
     * @param until the first day on which it no longer holds
     * @param anew the grant for which it is to be made again; never seen in a cloud
     */
    record ShareObject(
            int permissions, Optional<LocalDate> until, Lock lock, Optional<GrantId> anew)
            implements CloudObject {
        public ShareObject(int permissions, Optional<LocalDate> until, Lock lock) {
            this(permissions, until, lock, Optional.empty());
        }

        /** One that asks for no password. */
        public ShareObject(int permissions, Optional<LocalDate> until) {
            this(permissions, until, Lock.OPEN);
        }

        /** Whether this, as the cloud has it, is what was wanted. */
        public boolean meets(ShareObject wanted) {
            return permissions == wanted.permissions
                    && until.equals(wanted.until)
                    && (lock == Lock.OPEN) == (wanted.lock == Lock.OPEN);
        }
    }

    /**
     * What guards a link. A cloud shows whether there is a password and never which, so a new one
     * that it is to get is never seen in it.
     */
    enum Lock {
        OPEN,
        PASSWORD,
        NEW_PASSWORD
    }
}
