package org.freihafen.web.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.freihafen.signin.Secret;

/** The entity tag of something that can be changed: a digest of what it says of itself. */
final class StateTag {
    private static final int LENGTH = 24;

    private StateTag() {}

    /** Of a record, which says all of itself in {@code toString}. */
    static EntityTag of(Object state) {
        return new EntityTag(new Secret(state.toString()).digest().substring(0, LENGTH));
    }

    /**
     * Ends a request whose {@code If-Match} names another state (RFC 9110, section 13.1.1).
     *
     * @throws WebApplicationException with 412
     */
    static void match(Request request, Object state) {
        Response.ResponseBuilder failed = request.evaluatePreconditions(of(state));
        if (failed != null) {
            throw new WebApplicationException(failed.build());
        }
    }
}
