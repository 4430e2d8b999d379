package org.freihafen.signin;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who signed in from where, the latest of them; safe for use by several threads. One wrong password
 * ends the acquaintance.
 */
final class Familiar {
    private final Map<Pair, Boolean> latest;

    Familiar(int most) {
        latest = new Latest(most);
    }

    synchronized boolean knows(String login, String address) {
        return latest.containsKey(new Pair(login, address));
    }

    synchronized void welcome(String login, String address) {
        latest.put(new Pair(login, address), true);
    }

    synchronized void forget(String login, String address) {
        latest.remove(new Pair(login, address));
    }

    private record Pair(String login, String address) {}

    private static final class Latest extends LinkedHashMap<Pair, Boolean> {
        private static final long serialVersionUID = 1L;

        private final int most;

        private Latest(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Pair, Boolean> eldest) {
            return size() > most;
        }
    }
}
