package org.freihafen.shares;

import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How addresses outside the organisation are written. */
public final class OutwardRule {
    private static final int LONGEST = 254;
    private static final String HOST =
            "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*";
    private static final Pattern MAIL = Pattern.compile("[^@\\s\\p{Cntrl}<>,;\"]{1,64}@" + HOST);
    private static final Pattern ACCOUNT =
            Pattern.compile(
                    "[^@\\s\\p{Cntrl}/<>,;\"]{1,64}@"
                            + HOST
                            + "(?::[0-9]{1,5})?(?:/[a-z0-9/_.-]*)?");

    private OutwardRule() {}

    /** The same address always in the same letters, as clouds keep it. */
    public static String normal(String address) {
        String text = address.strip();
        int at = text.lastIndexOf('@');
        if (at < 0) {
            return text;
        }
        String host =
                text.substring(at + 1)
                        .toLowerCase(Locale.ROOT)
                        .replaceFirst("^https?://", "")
                        .replaceFirst("/+$", "");
        return text.substring(0, at) + "@" + host;
    }

    static Optional<Refusal> check(Grantee to) {
        return switch (to) {
            case Grantee.ToMail(String address, boolean _) -> check(address, MAIL);
            case Grantee.ToFederated(String account) -> check(account, ACCOUNT);
            case Grantee.ToGroup _, Grantee.ToPerson _, Grantee.ToLink _ -> Optional.empty();
        };
    }

    private static Optional<Refusal> check(String address, Pattern pattern) {
        return address.length() <= LONGEST
                        && address.equals(normal(address))
                        && pattern.matcher(address).matches()
                ? Optional.empty()
                : Optional.of(Refusal.by(Rule.ADDRESS_NOT_ALLOWED, address));
    }
}
