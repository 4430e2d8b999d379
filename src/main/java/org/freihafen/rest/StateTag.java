package org.freihafen.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.freihafen.shares.Grant;
import org.freihafen.signin.Secret;
import org.freihafen.structure.Unit;

import java.util.List;

/**
 * The entity tag of something that can be changed: a digest of what can change in it, the same on
 * every server and after every restart.
 */
public final class StateTag {
    private static final int LENGTH = 24;

    private StateTag() {}

    public static EntityTag of(Unit unit) {
        return tag(List.of(unit.id(), unit.name(), unit.parent(), unit.ended()));
    }

    public static EntityTag of(Grant grant) {
        return tag(state(grant));
    }

    /** Sets of constants have another order in every virtual machine; this has one. */
    static List<Object> state(Grant grant) {
        return List.of(grant.id(), grant.permissions().stream().sorted().toList(), grant.period());
    }

    /** Of what the caller sees. */
    public static EntityTag of(List<?> seen) {
        return tag(seen);
    }

    private static EntityTag tag(List<?> state) {
        return new EntityTag(new Secret(state.toString()).digest().substring(0, LENGTH));
    }

    /**
     * Ends a request whose {@code If-Match} names another state (RFC 9110, section 13.1.1).
     *
     * @throws WebApplicationException with 412
     */
    static void match(Request request, EntityTag now) {
        Response.ResponseBuilder failed = request.evaluatePreconditions(now);
        if (failed != null) {
            throw new WebApplicationException(failed.build());
        }
    }
}
