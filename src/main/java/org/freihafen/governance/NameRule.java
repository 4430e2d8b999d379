package org.freihafen.governance;

import org.freihafen.access.Refusal;
import org.freihafen.structure.Unit;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which names a founded unit may have: not another's, none that pretends to be an office, none that
 * looks like either. Look-alikes are folded as Unicode Technical Standard 39 (section 4, confusable
 * detection) describes, for the letters that occur; names in more than one script are refused.
 */
public final class NameRule {
    private static final int LONGEST = 60;
    private static final Pattern FORBIDDEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\\\/<>:\"|?*]");
    private static final Pattern GAPS = Pattern.compile("[\\s\\p{Pd}_.·]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Set<String> RESERVED =
            Set.of(
                    "admin",
                    "administrator",
                    "administration",
                    "vorstand",
                    "bundesvorstand",
                    "landesvorstand",
                    "geschaeftsstelle",
                    "mitgliederverwaltung",
                    "schiedsgericht",
                    "board",
                    "office",
                    "freihafen",
                    "root",
                    "support",
                    "system");
    private static final Map<Integer, String> LOOKALIKES =
            Map.ofEntries(
                    Map.entry((int) '0', "o"),
                    Map.entry((int) '1', "l"),
                    Map.entry((int) 'i', "l"),
                    Map.entry((int) '|', "l"),
                    Map.entry((int) '5', "s"),
                    Map.entry((int) 'ä', "ae"),
                    Map.entry((int) 'ö', "oe"),
                    Map.entry((int) 'ü', "ue"),
                    Map.entry((int) 'ß', "ss"),
                    Map.entry((int) 'ı', "l"));

    private NameRule() {}

    /** The name as it is kept: composed letters (NFC), single blanks. */
    public static String normal(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
    }

    /**
     * Why a normal name is refused; empty if it is allowed. A discreet unit's own name refuses
     * nobody, or the answer would tell that there is one.
     *
     * @param others the living units, except the one that is being renamed
     */
    public static Optional<Refusal> check(String name, Collection<Unit> others) {
        if (name.isEmpty()) {
            return refused(name, "EMPTY");
        }
        if (name.codePointCount(0, name.length()) > LONGEST) {
            return refused(name, "TOO_LONG");
        }
        if (FORBIDDEN.matcher(name).find()
                || name.startsWith(".")
                || name.endsWith(".")
                || skeleton(name).isEmpty()) {
            return refused(name, "CHARACTERS");
        }
        if (mixesScripts(name)) {
            return refused(name, "CONFUSABLE");
        }
        String skeleton = skeleton(name);
        if (RESERVED.stream().map(NameRule::skeleton).anyMatch(skeleton::equals)) {
            return refused(name, "RESERVED");
        }
        for (Unit other : others) {
            if (other.outwardName().equalsIgnoreCase(name)) {
                return refused(name, "TAKEN");
            }
            if (skeleton(other.outwardName()).equals(skeleton)) {
                return refused(name, "CONFUSABLE");
            }
        }
        return Optional.empty();
    }

    private static boolean mixesScripts(String name) {
        return name.codePoints()
                        .mapToObj(UnicodeScript::of)
                        .filter(script ->
                                script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED)
                        .distinct()
                        .count()
                > 1;
    }

    static String skeleton(String name) {
        StringBuilder folded = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(c -> {
                    String alike = LOOKALIKES.get(c);
                    if (alike == null) {
                        folded.appendCodePoint(c);
                    } else {
                        folded.append(alike);
                    }
                });
        String bare =
                MARKS.matcher(Normalizer.normalize(folded, Normalizer.Form.NFD)).replaceAll("");
        return GAPS.matcher(bare).replaceAll("");
    }

    private static Optional<Refusal> refused(String name, String why) {
        return Optional.of(Refusal.by(Refusal.Rule.NAME_NOT_ALLOWED, name, why));
    }
}
