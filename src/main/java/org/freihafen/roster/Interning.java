package org.freihafen.roster;

import java.util.HashMap;
import java.util.Map;

/** Keeps one of equal strings: a federation has many members and few names. */
public final class Interning {
    private final Map<String, String> known = new HashMap<>();

    public String of(String text) {
        String before = known.putIfAbsent(text, text);
        return before == null ? text : before;
    }
}
