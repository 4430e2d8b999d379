package org.freihafen.sandsight;

import org.freihafen.sandfiles.Fact.Node;
import org.freihafen.sandfiles.Fact.Share;
import org.freihafen.sandfiles.Fact.TeamFolder;

import java.util.Set;

/** A place in somebody's view where files of their own, a group's or somebody else's appear. */
public sealed interface Mount {
    int READ = 1;
    int UPDATE = 2;
    int CREATE = 4;
    int DELETE = 8;
    int SHARE = 16;
    int ALL = 31;

    String name();

    Node root();

    int permissions();

    /** As {@code nc:mount-type} says it. */
    String type();

    record Home(Node root) implements Mount {
        @Override
        public String name() {
            return "";
        }

        @Override
        public int permissions() {
            return ALL;
        }

        @Override
        public String type() {
            return "";
        }
    }

    record Team(String name, Node root, int permissions, TeamFolder folder) implements Mount {
        @Override
        public String type() {
            return "group";
        }
    }

    /**
     * Something shared with somebody.
     *
     * @param makers who shares it: no rule by path shows more of it than it shows one of them
     */
    record Received(String name, Node root, int permissions, Share share, Set<String> makers)
            implements Mount {
        public Received {
            makers = Set.copyOf(makers);
        }

        @Override
        public String type() {
            return "shared";
        }
    }
}
