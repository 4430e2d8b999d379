package org.freihafen.access;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;

import java.util.Set;

/** The one place where every use case asks whether its actor may. */
@Dependent
public class Access {
    private final Standings standings;

    @Inject
    public Access(Standings standings) {
        this.standings = standings;
    }

    /**
     * Lets the actor pass or stops the use case.
     *
     * @throws Denied if nothing the actor is to the unit suffices
     */
    public void require(Actor actor, Action action, UnitId in) {
        if (!allows(actor, action, in)) {
            throw new Denied(action);
        }
    }

    /**
     * Likewise for what concerns the whole federation.
     *
     * @throws Denied if nothing the actor is to its root suffices
     */
    public void require(Actor actor, Action action) {
        require(actor, action, standings.root());
    }

    public boolean allows(Actor actor, Action action, UnitId in) {
        return switch (actor) {
            case Actor.Host() -> true;
            case Actor.Somebody(PersonId person) -> action.allowedTo(standings.of(person, in));
        };
    }

    public boolean allows(Actor actor, Action action) {
        return allows(actor, action, standings.root());
    }

    public Set<Standing> standings(PersonId person, UnitId in) {
        return standings.of(person, in);
    }

    public UnitId federation() {
        return standings.root();
    }
}
