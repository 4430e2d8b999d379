package org.freihafen.accounts;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Makes a readable login name from a person's names: {@code ruediger.dangelo-vogel}, then with a
 * number where that is taken. Letters are written as German passports do (ICAO Doc 9303, part 3,
 * section 6: ü as ue), others without their marks.
 */
public final class UsernameDesign {
    private static final Map<String, String> LETTERS =
            Map.ofEntries(
                    Map.entry("ä", "ae"),
                    Map.entry("ö", "oe"),
                    Map.entry("ü", "ue"),
                    Map.entry("ß", "ss"),
                    Map.entry("æ", "ae"),
                    Map.entry("œ", "oe"),
                    Map.entry("ø", "oe"),
                    Map.entry("å", "aa"),
                    Map.entry("þ", "th"),
                    Map.entry("ð", "dh"),
                    Map.entry("ł", "l"),
                    Map.entry("đ", "d"),
                    Map.entry("ı", "i"));
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[\\s-]+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9-]");
    private static final int LONGEST = 32;

    private UsernameDesign() {}

    /**
     * The first free name of a person.
     *
     * @param taken says whether a name is in use or was ever somebody's
     */
    public static Username free(String givenName, String familyName, Predicate<Username> taken) {
        String base = readable(givenName, familyName);
        int n = 1;
        while (taken.test(numbered(base, n))) {
            n++;
        }
        return numbered(base, n);
    }

    /** The n-th name of whoever has this readable one, from 1. */
    static Username numbered(String readable, int n) {
        return new Username(n == 1 ? readable : readable + n);
    }

    /** The name that a person would have if nobody had it yet. */
    static String readable(String givenName, String familyName) {
        String given = latin(givenName);
        String family = latin(familyName);
        String both = given.isEmpty() || family.isEmpty() ? given + family : given + "." + family;
        String cut = both.length() > LONGEST ? both.substring(0, LONGEST) : both;
        String base = cut.replaceAll("[.-]+$", "");
        return Username.allowed(base) ? base : "mitglied";
    }

    private static String latin(String name) {
        StringBuilder latin = new StringBuilder();
        Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFC)
                .codePoints()
                .mapToObj(Character::toString)
                .forEach(letter -> latin.append(LETTERS.getOrDefault(letter, letter)));
        String plain =
                MARKS.matcher(Normalizer.normalize(latin, Normalizer.Form.NFD)).replaceAll("");
        String hyphened = GAPS.matcher(plain.strip()).replaceAll("-");
        String letters = OTHERS.matcher(hyphened).replaceAll("");
        return letters.replaceAll("-{2,}", "-").replaceAll("^[-0-9]+|-+$", "");
    }
}
