package org.freihafen.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;

import org.freihafen.accounts.Accounts;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.structure.Units;

import java.util.function.Supplier;

/**
 * Compares {@code If-Match} and changes in one transaction, which holds the lock that every change
 * of the same thing takes: of two that rest on the same state, one is carried out.
 */
@Dependent
@Transactional
public class Unchanged {
    private final Units units;
    private final Accounts accounts;

    @Inject
    public Unchanged(Units units, Accounts accounts) {
        this.units = units;
        this.accounts = accounts;
    }

    /**
     * Changes the leads of a unit, or a grant of it.
     *
     * @param now reads the state anew
     * @throws jakarta.ws.rs.WebApplicationException with 412 if the request names another state
     */
    public <T> T inUnit(UnitId unit, Request request, Supplier<EntityTag> now, Supplier<T> change) {
        units.lock(unit);
        StateTag.match(request, now.get());
        return change.get();
    }

    /** The same for a unit whose name or place in the tree changes. */
    public <T> T inTree(Request request, Supplier<EntityTag> now, Supplier<T> change) {
        units.lockTree();
        StateTag.match(request, now.get());
        return change.get();
    }

    /** The same for somebody's account. */
    public <T> T of(PersonId person, Request request, Supplier<EntityTag> now, Supplier<T> change) {
        accounts.lock(person);
        StateTag.match(request, now.get());
        return change.get();
    }
}
