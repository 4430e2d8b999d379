package org.freihafen.web;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;

import org.freihafen.ids.PersonId;
import org.freihafen.settings.Settings;
import org.freihafen.signin.Secret;
import org.freihafen.signin.SignIn;
import org.freihafen.signin.SigningIn;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * HTTP Basic (RFC 7617), in the sandbox only. What was right is remembered as a digest for a
 * minute, so that not every request asks the directory.
 */
@Singleton
public class BasicSignIn {
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST = 1_000;

    private final SigningIn signingIn;
    private final ClientAddress addresses;
    private final Clock clock;
    private final boolean sandbox;
    private final Map<String, Seen> seen = new HashMap<>();

    @Inject
    public BasicSignIn(
            SigningIn signingIn, ClientAddress addresses, Settings settings, Clock clock) {
        this.signingIn = signingIn;
        this.addresses = addresses;
        this.clock = clock;
        sandbox = settings.sandbox();
    }

    private record Seen(PersonId person, Instant until) {}

    /** Synchronized: of many requests at once with the same password, one asks the directory. */
    synchronized Optional<PersonId> signIn(String credentials, HttpServletRequest request) {
        if (!sandbox) {
            request.setAttribute(Entrance.OBJECTION, new Objection.NoBasic());
            return Optional.empty();
        }
        Instant now = clock.instant();
        String digest = new Secret(credentials).digest();
        Seen before = seen.get(digest);
        if (before != null && now.isBefore(before.until())) {
            return Optional.of(before.person()).filter(signingIn::usable);
        }
        SignIn came = check(credentials, addresses.of(request));
        if (came instanceof SignIn.Welcome(PersonId person)) {
            seen.values().removeIf(old -> !now.isBefore(old.until()));
            if (seen.size() < MOST) {
                seen.put(digest, new Seen(person, now.plus(REMEMBERED)));
            }
            return Optional.of(person);
        }
        request.setAttribute(Entrance.OBJECTION, new Objection.Password(came));
        return Optional.empty();
    }

    private SignIn check(String credentials, String address) {
        String pair;
        try {
            pair = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return new SignIn.Wrong();
        }
        int colon = pair.indexOf(':');
        return colon < 0
                ? new SignIn.Wrong()
                : signingIn.signIn(pair.substring(0, colon), pair.substring(colon + 1), address);
    }
}
