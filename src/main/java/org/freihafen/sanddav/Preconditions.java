package org.freihafen.sanddav;

import org.freihafen.sandfiles.Fact.Node;
import org.freihafen.sandtalk.CloudRequest;
import org.freihafen.sandtalk.Refusal;

import java.util.Optional;

/** {@code If-Match} and {@code If-None-Match} of requests that change something (RFC 9110). */
final class Preconditions {
    private Preconditions() {}

    static void check(CloudRequest request, Optional<Node> there) {
        Optional<String> match = request.header("if-match");
        if (match.isPresent() && there.filter(node -> names(match.get(), node)).isEmpty()) {
            throw Refusal.preconditionFailed(
                    "An If-Match header was specified, but none of the specified ETags matched.");
        }
        Optional<String> noneMatch = request.header("if-none-match");
        if (noneMatch.isPresent()
                && there.filter(node -> names(noneMatch.get(), node)).isPresent()) {
            throw Refusal.preconditionFailed(
                    "An If-None-Match header was specified, but the ETag matched (or * was"
                            + " specified).");
        }
    }

    private static boolean names(String header, Node node) {
        return header.strip().equals("*") || header.contains("\"" + node.etag() + "\"");
    }
}
