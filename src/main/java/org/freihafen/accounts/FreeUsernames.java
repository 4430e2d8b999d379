package org.freihafen.accounts;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Finds a login name for each of many joiners, asking a few times for all of them together. */
@Dependent
public class FreeUsernames {
    private final Accounts accounts;

    @Inject
    public FreeUsernames(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The names by which a joiner's login name is made. */
    public record Joiner(String givenName, String familyName) {}

    /** In the order of the joiners; all different, none in use, none ever somebody's. */
    public List<Username> forAll(List<Joiner> joiners) {
        Map<String, Deque<Integer>> waiting = new LinkedHashMap<>();
        for (int i = 0; i < joiners.size(); i++) {
            String readable =
                    UsernameDesign.readable(
                            joiners.get(i).givenName(), joiners.get(i).familyName());
            waiting.computeIfAbsent(readable, _ -> new ArrayDeque<>()).add(i);
        }
        Username[] names = new Username[joiners.size()];
        Set<Username> given = new HashSet<>();
        int from = 1;
        for (int width = 1; !waiting.isEmpty(); width *= 2) {
            give(waiting, from, width, names, given);
            waiting.values().removeIf(Deque::isEmpty);
            from += width;
        }
        return Arrays.stream(names).map(Objects::requireNonNull).toList();
    }

    /** Asks for as many numbers of each name as {@code width} says, and hands out the free ones. */
    private void give(
            Map<String, Deque<Integer>> waiting,
            int from,
            int width,
            Username[] names,
            Set<Username> given) {
        Set<Username> asked = new HashSet<>();
        for (String readable : waiting.keySet()) {
            for (int n = from; n < from + width; n++) {
                asked.add(UsernameDesign.numbered(readable, n));
            }
        }
        Set<Username> taken = accounts.taken(asked);
        waiting.forEach((readable, joiners) -> {
            for (int n = from; n < from + width && !joiners.isEmpty(); n++) {
                Username name = UsernameDesign.numbered(readable, n);
                if (!taken.contains(name) && given.add(name)) {
                    names[joiners.remove()] = name;
                }
            }
        });
    }
}
