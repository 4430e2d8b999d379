package org.freihafen.cloud;

import org.freihafen.groups.GroupId;
import org.freihafen.ids.FolderId;
import org.freihafen.ids.UnitId;
import org.freihafen.workspaces.FolderRef;

import java.util.Comparator;

/**
 * The identity of an object of ours in a file cloud. Key order is creation order: workspaces,
 * folders, their rules, shares; what is ours and unknown comes last. A folder is made with all
 * above it that is missing, so folders need no order among themselves. A folder is shared with the
 * same recipient at most once, so the two name a share.
 */
public sealed interface CloudKey extends Comparable<CloudKey> {
    /** What can be shared. */
    sealed interface Shared extends CloudKey {
        /** The whole workspace, or a folder in one. */
        static Shared of(FolderRef ref) {
            return ref.folder().<Shared>map(OfFolder::new).orElse(new OfWorkspace(ref.workspace()));
        }
    }

    record OfWorkspace(UnitId unit) implements Shared {
        @Override
        public String toString() {
            return "workspace:" + unit;
        }
    }

    record OfFolder(FolderId folder) implements Shared {
        @Override
        public String toString() {
            return "folder:" + folder;
        }
    }

    /** Which of the workspace's groups a closed folder is open to. */
    record OfRules(FolderId folder) implements CloudKey {
        @Override
        public String toString() {
            return "rules:" + folder;
        }
    }

    record OfShare(Shared of, Recipient to) implements CloudKey {
        private static final String WORKSPACE = "workspace=";
        private static final Comparator<OfShare> ORDER =
                Comparator.<OfShare, CloudKey>comparing(OfShare::of).thenComparing(OfShare::to);

        /** A folder, and the group that it is shared with. */
        public OfShare(FolderId folder, GroupId to) {
            this(new OfFolder(folder), new Recipient.Members(to));
        }

        private static OfShare of(String what, String to) {
            return new OfShare(
                    what.startsWith(WORKSPACE)
                            ? new OfWorkspace(UnitId.of(what.substring(WORKSPACE.length())))
                            : new OfFolder(FolderId.of(what)),
                    Recipient.of(to));
        }

        @Override
        public String toString() {
            String what =
                    switch (of) {
                        case OfWorkspace(UnitId unit) -> WORKSPACE + unit;
                        case OfFolder(FolderId folder) -> folder.toString();
                    };
            return "share:" + what + ":" + to;
        }
    }

    /** A Team folder of ours that nobody here knows, by the cloud's id. */
    record OfStrayWorkspace(String id) implements CloudKey {
        @Override
        public String toString() {
            return "stray-workspace:" + id;
        }
    }

    /** A share of ours that nobody here knows, by the cloud's id. */
    record OfStrayShare(String id) implements CloudKey {
        @Override
        public String toString() {
            return "stray-share:" + id;
        }
    }

    /** A share that somebody made in person out of one of our workspaces, by the cloud's id. */
    record OfPersonalShare(String id) implements CloudKey {
        private static final String NAME = "personal-share";

        @Override
        public String toString() {
            return NAME + ":" + id;
        }
    }

    /**
     * Reads what {@code toString} makes of a key that is kept; strays are not.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    static CloudKey of(String text) {
        String[] parts = text.split(":", 3);
        if (parts.length == 2 && parts[0].equals("workspace")) {
            return new OfWorkspace(UnitId.of(parts[1]));
        }
        if (parts.length == 2 && parts[0].equals("folder")) {
            return new OfFolder(FolderId.of(parts[1]));
        }
        if (parts.length == 2 && parts[0].equals("rules")) {
            return new OfRules(FolderId.of(parts[1]));
        }
        if (parts.length == 2 && parts[0].equals(OfPersonalShare.NAME)) {
            return new OfPersonalShare(parts[1]);
        }
        if (parts.length == 3 && parts[0].equals("share")) {
            return OfShare.of(parts[1], parts[2]);
        }
        throw new IllegalArgumentException("not a key of the cloud: " + text);
    }

    @Override
    default int compareTo(CloudKey other) {
        return switch (this) {
            case OfWorkspace(UnitId mine) when other instanceof OfWorkspace(UnitId theirs) ->
                    mine.compareTo(theirs);
            case OfFolder(FolderId mine) when other instanceof OfFolder(FolderId theirs) ->
                    mine.compareTo(theirs);
            case OfRules(FolderId mine) when other instanceof OfRules(FolderId theirs) ->
                    mine.compareTo(theirs);
            case OfShare mine when other instanceof OfShare theirs ->
                    OfShare.ORDER.compare(mine, theirs);
            case OfStrayWorkspace(String mine) when other instanceof OfStrayWorkspace(String id) ->
                    mine.compareTo(id);
            case OfStrayShare(String mine) when other instanceof OfStrayShare(String id) ->
                    mine.compareTo(id);
            case OfPersonalShare(String mine) when other instanceof OfPersonalShare(String id) ->
                    mine.compareTo(id);
            case OfPersonalShare _,
                    OfWorkspace _,
                    OfFolder _,
                    OfRules _,
                    OfShare _,
                    OfStrayWorkspace _,
                    OfStrayShare _ ->
                    Integer.compare(sort(this), sort(other));
        };
    }

    private static int sort(CloudKey key) {
        return switch (key) {
            case OfWorkspace _ -> 0;
            case OfFolder _ -> 1;
            case OfRules _ -> 2;
            case OfShare _ -> 3;
            case OfStrayWorkspace _ -> 4;
            case OfStrayShare _ -> 5;
            case OfPersonalShare _ -> 6;
        };
    }
}
