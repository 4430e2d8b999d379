package org.freihafen.sandsight;

import org.freihafen.sandfiles.Fact.Node;
import org.freihafen.sandfiles.Fact.Share;
import org.freihafen.sandfiles.Fact.TeamFolder;

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

    record Received(String name, Node root, int permissions, Share share) implements Mount {
        @Override
        public String type() {
            return "shared";
        }
    }
}
