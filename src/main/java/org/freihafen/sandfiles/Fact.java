package org.freihafen.sandfiles;

import java.util.List;

/**
 * One thing that the cloud remembers. Facts are flat, so that each is one line of the journal; the
 * key says which older fact a new one replaces.
 */
public sealed interface Fact {

    Object key();

    /** The random mark of this installation, which every file id carries. */
    public record Instance(String id) implements Fact {
        @Override
        public Object key() {
            return "instance";
        }
    }

    /** The highest number given so far; numbers are never given twice. */
    public record Sequence(String name, long last) implements Fact {
        @Override
        public Object key() {
            return name;
        }
    }

    /** A file or folder. A root has parent {@link #ROOT}, a deleted one {@link #TRASH}. */
    public record Node(
            long id,
            long parent,
            String name,
            boolean folder,
            long size,
            long modified,
            String etag,
            long content,
            String checksum)
            implements Fact {
        static final long ROOT = 0;
        static final long TRASH = -1;

        @Override
        public Object key() {
            return id;
        }

        Node in(long newParent, String newName) {
            return new Node(
                    id, newParent, newName, folder, size, modified, etag, content, checksum);
        }

        Node changed(long newSize, long when, String newEtag) {
            return new Node(id, parent, name, folder, newSize, when, newEtag, content, checksum);
        }

        Node holding(long newContent, long newSize, long when, String newEtag, String sum) {
            return new Node(id, parent, name, folder, newSize, when, newEtag, newContent, sum);
        }
    }

    public record Home(String uid, long root) implements Fact {
        @Override
        public Object key() {
            return uid;
        }
    }

    public record TeamFolder(long id, String mountPoint, long quota, boolean acl, long root)
            implements Fact {
        @Override
        public Object key() {
            return id;
        }
    }

    public record FolderGroup(long folder, String gid, int permissions) implements Fact {
        @Override
        public Object key() {
            return List.of(folder, gid);
        }
    }

    public record FolderWarden(long folder, String type, String id) implements Fact {
        @Override
        public Object key() {
            return List.of(folder, type, id);
        }
    }

    /**
     * What a group or a person may do in a place of a Team folder and below it.
     *
     * @param mask which rights the rule speaks of
     */
    record PathRule(long node, String type, String id, int mask, int permissions) implements Fact {
        public static final String GROUP = "group";

        @Override
        public Object key() {
            return List.of(node, type, id);
        }
    }

    /** A share: by whoever made it, out of the files of its owner. */
    public record Share(
            long id,
            int type,
            String with,
            String by,
            String owner,
            long node,
            int permissions,
            String endsOn,
            String note,
            String label,
            String attributes,
            long made,
            String target)
            implements Fact {
        public static final int USER = 0;
        public static final int GROUP = 1;
        public static final int LINK = 3;
        public static final int MAIL = 4;
        public static final int REMOTE = 6;

        /** Whether anybody who has its address is let in. */
        public boolean linked() {
            return type == LINK || type == MAIL;
        }

        @Override
        public Object key() {
            return id;
        }
    }

    /**
     * The address of a link.
     *
     * @param lock the hash of token and password; empty for none
     */
    public record Opening(long share, String token, String lock) implements Fact {
        @Override
        public Object key() {
            return share;
        }
    }

    /** Where one recipient put a share; an empty name hides it from them. */
    public record Landing(long share, String uid, String name) implements Fact {
        @Override
        public Object key() {
            return List.of(share, uid);
        }
    }

    /**
     * Somebody took what was shared with a group of theirs out of their own files.
     *
     * @param told the account that shares it, which learns of it
     */
    public record Hidden(long id, String told, String uid, long node, String name, long when)
            implements Fact {
        @Override
        public Object key() {
            return id;
        }
    }

    public record Trashed(long node, long origin, long root, String location, long when, String by)
            implements Fact {
        @Override
        public Object key() {
            return node;
        }
    }

    /** A group that was seen in the directory: its id stays the name that it had then. */
    public record SeenGroup(String gid, String dn, String uuid) implements Fact {
        @Override
        public Object key() {
            return gid;
        }
    }

    public record AppPassword(String hash, String uid, String login, String label) implements Fact {
        @Override
        public Object key() {
            return hash;
        }
    }

    /** A WebDAV property that one person set on a file, visible to that person only. */
    public record Property(String uid, long node, String namespace, String name, String value)
            implements Fact {
        @Override
        public Object key() {
            return List.of(uid, node, namespace, name);
        }
    }
}
