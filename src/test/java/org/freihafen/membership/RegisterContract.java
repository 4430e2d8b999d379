package org.freihafen.membership;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Person.Dues;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What every {@link Register} tells of these people and memberships. */
public abstract class RegisterContract {
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static final Person ROSA = person(1, "A-1", Status.MEMBER, Origin.REGISTER);
    private static final Person KARL = person(2, "A-2", Status.LEFT, Origin.REGISTER);
    private static final Person GUEST = person(3, "A-3", Status.GUEST, Origin.INVITATION);

    protected abstract Register register();

    protected abstract People people();

    protected abstract Memberships memberships();

    protected abstract UnitId someUnit();

    private static Person person(int n, String number, Status status, Origin origin) {
        return new Person(
                new PersonId(new UUID(7, n)),
                Optional.of(new MemberNumber(number)),
                "Rosa",
                "Weiß",
                Optional.of("rosa@example.org"),
                status,
                Optional.of(MAY),
                Optional.empty(),
                new Dues(-1250, 2),
                origin);
    }

    @Test
    void it_tells_of_those_who_left_and_of_no_guests() {
        people().add(List.of(ROSA, KARL, GUEST));
        assertThat(told(MAY))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(ROSA, Optional.empty(), KARL, Optional.empty()));
    }

    @Test
    void only_the_register_places_people_and_only_while_it_does() {
        people().add(List.of(ROSA));
        UnitId before = someUnit();
        UnitId since = someUnit();
        memberships()
                .add(
                        List.of(
                                in(before, Role.MEMBER, until(MAY, JULY), Origin.REGISTER),
                                in(since, Role.MEMBER, Period.since(JULY), Origin.REGISTER),
                                in(someUnit(), Role.LEAD, Period.since(MAY), Origin.FOUNDING)));

        assertThat(told(MAY.minusDays(1))).containsEntry(ROSA, Optional.empty());
        assertThat(told(MAY)).containsEntry(ROSA, Optional.of(before));
        assertThat(told(JULY)).containsExactly(Map.entry(ROSA, Optional.of(since)));
    }

    private static Period until(LocalDate first, LocalDate end) {
        return Period.since(first).endingOn(end);
    }

    private static Membership in(UnitId unit, Role role, Period period, Origin origin) {
        return new Membership(ROSA.id(), unit, role, period, origin);
    }

    private Map<Person, Optional<UnitId>> told(LocalDate on) {
        Map<Person, Optional<UnitId>> told = new HashMap<>();
        register()
                .forEach(
                        on,
                        (person, place) ->
                                assertThat(told.put(person, place)).as("twice").isNull());
        return told;
    }
}
