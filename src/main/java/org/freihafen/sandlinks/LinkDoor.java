package org.freihafen.sandlinks;

import org.freihafen.sandfiles.Fact.Opening;
import org.freihafen.sandfiles.Fact.Share;
import org.freihafen.sandsight.CloudParts;
import org.freihafen.sandsight.Sight;
import org.freihafen.sandtalk.CloudRequest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Lets people in by a link that holds, if they have its password; wrong ones slow an address. */
record LinkDoor(CloudParts parts) {

    /** A link that somebody follows. */
    record Followed(Opening opening, Share share) {}

    /** Empty for one that never was, has ended, or that the administrator no longer wants. */
    Optional<Followed> find(String token) {
        if (!parts.settings().policy().outward()) {
            return Optional.empty();
        }
        return parts.store()
                .read(state ->
                        state.all(Opening.class).stream()
                                .filter(opening -> opening.token().equals(token))
                                .findFirst()
                                .flatMap(opening ->
                                        state.find(Share.class, opening.share())
                                                .filter(share -> Sight.live(share, parts.today()))
                                                .filter(share ->
                                                        !state.upwards(share.node()).isEmpty())
                                                .map(share -> new Followed(opening, share))));
    }

    boolean opens(Followed link, String password, CloudRequest request) {
        parts.bruteForce().before(request.address());
        boolean right = LinkLock.opens(link.opening(), password);
        if (!right) {
            parts.bruteForce().failed(request.address(), link.opening().token());
        }
        return right;
    }

    /** The password of HTTP Basic, with whatever name before it. */
    static Optional<String> basic(CloudRequest request) {
        try {
            return request.header("authorization")
                    .filter(h -> h.regionMatches(true, 0, "Basic ", 0, 6))
                    .map(h -> Base64.getDecoder().decode(h.substring(6).strip()))
                    .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                    .map(pair -> pair.substring(pair.indexOf(':') + 1));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
