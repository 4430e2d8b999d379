package org.freihafen.accounts;

/**
 * The display name that somebody has until they choose one: the given name and the first letter of
 * the family name, because whoever shares a group sees it and belonging to a party is nobody's
 * business.
 */
public final class DisplayNameDesign {
    private DisplayNameDesign() {}

    public static String of(String givenName, String familyName) {
        String given = givenName.strip();
        String family = familyName.strip();
        if (family.isEmpty()) {
            return given;
        }
        String initial =
                family.codePoints()
                        .filter(Character::isLetter)
                        .mapToObj(letter -> Character.toString(Character.toUpperCase(letter)) + ".")
                        .findFirst()
                        .orElse("");
        return given.isEmpty() ? initial : (given + " " + initial).strip();
    }
}
