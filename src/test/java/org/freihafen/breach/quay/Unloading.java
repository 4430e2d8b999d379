package org.freihafen.breach.quay;

import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Actor;

public record Unloading(Access access) {

    public String anything(Actor actor) {
        return "unloaded by " + actor + access.federation();
    }

    public String whatIsTheirs(Actor actor) {
        return allowed(actor) ? "unloaded by " + actor : "";
    }

    private boolean allowed(Actor actor) {
        return access.allows(actor, Action.GRANT);
    }
}
