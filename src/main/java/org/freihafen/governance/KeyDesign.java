package org.freihafen.governance;

import org.freihafen.structure.UnitKey;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Makes the key of a founded unit from its name: {@code ag-umwelt}, then with a number where that
 * is or was in use.
 */
public final class KeyDesign {
    private static final int LONGEST = 32;

    private KeyDesign() {}

    public static UnitKey free(String name, Predicate<UnitKey> used) {
        String base = slug(name);
        UnitKey key = new UnitKey(base);
        for (int n = 2; used.test(key); n++) {
            key = new UnitKey(base + "-" + n);
        }
        return key;
    }

    private static String slug(String name) {
        String german =
                name.toLowerCase(Locale.ROOT)
                        .replace("ä", "ae")
                        .replace("ö", "oe")
                        .replace("ü", "ue")
                        .replace("ß", "ss");
        String plain =
                Normalizer.normalize(german, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}+", "")
                        .replaceAll("[^a-z0-9]+", "-");
        String cut = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
        String slug = cut.replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? "gruppe" : slug;
    }
}
