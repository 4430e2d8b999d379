package org.freihafen.membership;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.access.Actor;
import org.freihafen.ids.PersonId;
import org.freihafen.structure.Builders;
import org.freihafen.structure.Unit;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;

class RegisterPlacesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 1);

    private final Builders builders = new Builders();
    private final Memberships memberships = new InMemoryMemberships();
    private final RegisterPlaces places = new RegisterPlaces(memberships, Builders.CLOCK);

    @Test
    void only_whom_the_register_placed_there_counts() {
        Unit unit = unit();
        join(unit, Origin.REGISTER, TODAY.minusDays(9));
        join(unit, Origin.REGISTER, TODAY);
        join(unit, Origin.ELECTION, TODAY);

        assertThat(places.placedIn(unit.id())).isEqualTo(2);
    }

    @Test
    void memberships_end_with_their_unit() {
        Unit unit = unit();
        PersonId elected = join(unit, Origin.ELECTION, TODAY.minusDays(1));

        places.ended(new Actor.Host(), List.of(unit));

        assertThat(memberships.of(elected, unit.id(), TODAY)).isEmpty();
        assertThat(memberships.of(elected, unit.id(), TODAY.minusDays(1))).isPresent();
    }

    private Unit unit() {
        builders.build("key;name;kind;parent;ags\nbund;Bund;federation;;\n");
        return builders.unit("bund");
    }

    private PersonId join(Unit unit, Origin origin, LocalDate since) {
        PersonId person = builders.ids.person();
        memberships.add(
                new Membership(person, unit.id(), Role.MEMBER, Period.since(since), origin));
        return person;
    }
}
