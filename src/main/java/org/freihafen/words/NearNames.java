package org.freihafen.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which names somebody may have meant who typed one that does not exist. Word by word, so that a
 * misspelt or missing part matters no more than it is long.
 */
public final class NearNames {
    private static final int MOST = 5;
    private static final double FARTHEST = 0.6;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private NearNames() {}

    private record Near(String name, int cost, int words) {}

    /** The nearest, and those that are at most one letter farther; none if all are far. */
    public static List<String> of(String meant, Collection<String> names) {
        List<String> wanted = words(meant);
        int length = wanted.stream().mapToInt(String::length).sum();
        List<Near> near = new ArrayList<>();
        for (String name : names) {
            List<String> words = words(name);
            int cost = wanted.stream().mapToInt(word -> cost(word, words)).sum();
            if (cost <= FARTHEST * length && cost < length) {
                near.add(new Near(name, cost, words.size()));
            }
        }
        int best = near.stream().mapToInt(Near::cost).min().orElse(0);
        return near.stream()
                .filter(each -> each.cost() <= best + 1)
                .sorted(
                        Comparator.comparingInt(Near::cost)
                                .thenComparingInt(Near::words)
                                .thenComparing(Near::name))
                .map(Near::name)
                .limit(MOST)
                .toList();
    }

    private static List<String> words(String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                        .replaceAll("")
                        .toLowerCase(Locale.ROOT)
                        .replace("ß", "ss");
        return BETWEEN_WORDS.splitAsStream(plain).filter(word -> !word.isEmpty()).toList();
    }

    /** How many letters have to change for the word to stand among these. */
    private static int cost(String word, List<String> among) {
        return among.stream()
                .mapToInt(other ->
                        word.length() > 2 && other.startsWith(word) ? 0 : distance(word, other))
                .min()
                .orElse(word.length());
    }

    private static int distance(String from, String to) {
        int[] before = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = before[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(before[j], row[j - 1]) + 1);
            }
            before = row;
        }
        return Math.min(before[to.length()], from.length());
    }
}
