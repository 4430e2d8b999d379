package org.freihafen.enrolment;

import org.freihafen.ids.PersonId;

import java.util.UUID;

class InMemoryRostersTest extends RostersContract {
    private final Rosters rosters = new InMemoryRosters();
    private int people;

    @Override
    protected Rosters rosters() {
        return rosters;
    }

    @Override
    protected PersonId somebody() {
        return new PersonId(new UUID(7, ++people));
    }
}
