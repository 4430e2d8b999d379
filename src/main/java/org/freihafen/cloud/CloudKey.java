package org.freihafen.cloud;

import org.freihafen.groups.GroupId;
import org.freihafen.ids.FolderId;
import org.freihafen.ids.UnitId;

import java.util.Comparator;

/**
 * The identity of an object of ours in a file cloud. Key order is creation order: workspaces,
 * folders, shares. A folder is made with all above it that is missing, so folders need no order
 * among themselves. A folder is shared with a group at most once, so the two name a share.
 */
public sealed interface CloudKey extends Comparable<CloudKey> {
    record OfWorkspace(UnitId unit) implements CloudKey {
        @Override
        public String toString() {
            return "workspace:" + unit;
        }
    }

    record OfFolder(FolderId folder) implements CloudKey {
        @Override
        public String toString() {
            return "folder:" + folder;
        }
    }

    record OfShare(FolderId folder, GroupId to) implements CloudKey {
        private static final Comparator<OfShare> ORDER =
                Comparator.comparing(OfShare::folder).thenComparing(OfShare::to);

        @Override
        public String toString() {
            return "share:" + folder + ":" + to;
        }
    }

    /**
     * Reads what {@code toString} makes.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    static CloudKey of(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length == 2 && parts[0].equals("workspace")) {
            return new OfWorkspace(UnitId.of(parts[1]));
        }
        if (parts.length == 2 && parts[0].equals("folder")) {
            return new OfFolder(FolderId.of(parts[1]));
        }
        if (parts.length == 3 && parts[0].equals("share")) {
            return new OfShare(FolderId.of(parts[1]), GroupId.of(parts[2]));
        }
        throw new IllegalArgumentException("not a key of the cloud: " + text);
    }

    @Override
    default int compareTo(CloudKey other) {
        return switch (this) {
            case OfWorkspace(UnitId mine) ->
                    switch (other) {
                        case OfWorkspace(UnitId theirs) -> mine.compareTo(theirs);
                        case OfFolder _, OfShare _ -> -1;
                    };
            case OfFolder(FolderId mine) ->
                    switch (other) {
                        case OfWorkspace _ -> 1;
                        case OfFolder(FolderId theirs) -> mine.compareTo(theirs);
                        case OfShare _ -> -1;
                    };
            case OfShare mine ->
                    switch (other) {
                        case OfWorkspace _, OfFolder _ -> 1;
                        case OfShare theirs -> OfShare.ORDER.compare(mine, theirs);
                    };
        };
    }
}
