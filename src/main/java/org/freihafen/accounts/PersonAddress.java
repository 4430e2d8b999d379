package org.freihafen.accounts;

import java.util.regex.Pattern;

/**
 * What can mean somebody, by its form alone: whether there is such a person is never told by it. A
 * name as people write it means nobody for certain.
 */
public final class PersonAddress {
    private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

    private PersonAddress() {}

    /** A login name; or a member number, in which there is always a digit. */
    public static boolean isLoginOrNumber(String address) {
        return Username.allowed(address) || address.chars().anyMatch(Character::isDigit);
    }

    public static boolean isMail(String address) {
        return MAIL.matcher(address).matches();
    }
}
