package org.freihafen.adoption;

import org.freihafen.reconcile.Saying;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What stood in a target before us and could be linked.
 *
 * @param matches what seems to be ours
 * @param conflicts that about which somebody must decide first
 * @param unmatched what is like nothing of ours and stays as it is
 */
public record Findings<M extends Findings.Found, O extends Findings.Found>(
        List<M> matches, List<Conflict<O>> conflicts, List<O> unmatched) {
    /** Something that stood in a target. */
    public interface Found {
        /** Where in the target it stands: what it is known by there. */
        String place();
    }

    /** An entry of a directory. */
    public record Entry(String dn) implements Found {
        @Override
        public String place() {
            return dn;
        }
    }

    /** Something about which somebody must decide first. */
    public record Conflict<O extends Found>(O found, Saying reason) implements Found {
        @Override
        public String place() {
            return found.place();
        }
    }

    public List<String> places() {
        return Stream.of(matches, conflicts, unmatched)
                .flatMap(List::stream)
                .map(Found::place)
                .toList();
    }

    /** The part of it that stands in these places. */
    public Findings<M, O> in(Set<String> places) {
        return new Findings<>(
                those(matches, places), those(conflicts, places), those(unmatched, places));
    }

    private static <T extends Found> List<T> those(List<T> all, Set<String> places) {
        return all.stream().filter(each -> places.contains(each.place())).toList();
    }
}
