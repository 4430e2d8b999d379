package org.freihafen.applying;

import org.freihafen.access.Actor;
import org.freihafen.membership.Person;

import java.util.Collection;

/**
 * Hears what a roster, or a day of leaving, did to whom, in the same transaction. Whatever has to
 * follow when somebody joins, moves, leaves or returns hangs here; it makes no remote call.
 */
public interface PeopleChanged {
    /** What happened to somebody. */
    enum What {
        JOINED,
        RETURNED,
        MOVED,
        LEFT
    }

    void changed(Actor actor, What what, Collection<Person> people);
}
