package org.freihafen.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.freihafen.ids.PersonId;
import org.freihafen.membership.Origin;
import org.freihafen.membership.People;
import org.freihafen.membership.Person;
import org.freihafen.membership.Status;
import org.freihafen.membership.Tombstones;
import org.freihafen.membership.Tombstones.Cause;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** What every {@link Farewells} keeps. */
public abstract class FarewellsContract {
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 1);

    protected abstract Farewells farewells();

    protected abstract People people();

    protected abstract Tombstones tombstones();

    private static Person person(int n, Status status, Origin origin) {
        return new Person(
                new PersonId(new UUID(9, n)),
                Optional.empty(),
                "Rosa",
                "Weiß",
                Optional.empty(),
                status,
                Optional.empty(),
                Optional.empty(),
                Person.Dues.NONE,
                origin);
    }

    private PersonId add(int n, Status status) {
        Person person = person(n, status, Origin.REGISTER);
        people().add(person);
        return person.id();
    }

    @Test
    void whoever_is_gone_is_taken_in_once_and_keeps_the_first_day() {
        PersonId left = add(1, Status.LEFT);
        PersonId dead = add(2, Status.DECEASED);
        add(3, Status.UNDER_APPEAL);
        people().add(person(4, Status.LEFT, Origin.SANDBOX));

        farewells().catchUp(TODAY);
        farewells().catchUp(TODAY.plusDays(1));

        assertThat(farewells().all())
                .containsExactly(
                        Farewell.of(left, TODAY, Cause.LEFT), Farewell.of(dead, TODAY, Cause.LEFT));
        assertThat(farewells().people()).isEqualTo(4);
    }

    @Test
    void whoever_comes_back_is_let_out_unless_they_asked() {
        PersonId back = add(1, Status.LEFT);
        PersonId asked = add(2, Status.MEMBER);
        farewells().catchUp(TODAY);
        farewells().begin(Farewell.of(asked, TODAY, Cause.ASKED));
        people().save(person(1, Status.MEMBER, Origin.REGISTER));

        farewells().catchUp(TODAY);

        assertThat(farewells().lock(back)).isEmpty();
        assertThat(farewells().all()).extracting(Farewell::person).containsExactly(asked);
    }

    @Test
    void whoever_was_erased_is_not_taken_in_again() {
        PersonId gone = add(1, Status.LEFT);
        farewells().catchUp(TODAY);
        farewells().end(gone);
        tombstones().raise(gone, Optional.empty(), Cause.LEFT, Instant.EPOCH);

        farewells().catchUp(TODAY);

        assertThat(farewells().all()).isEmpty();
        assertThat(farewells().people()).isZero();
    }

    @Test
    void a_step_is_stored_and_a_new_beginning_takes_the_place_of_the_old() {
        PersonId gone = add(1, Status.LEFT);
        assertThatThrownBy(() -> farewells().save(Farewell.of(gone, TODAY, Cause.LEFT)))
                .isInstanceOf(IllegalStateException.class);
        farewells().catchUp(TODAY);
        Farewell reminded = farewells().lock(gone).orElseThrow().reminded(TODAY.plusDays(30));
        farewells().save(reminded);
        assertThat(farewells().lock(gone)).contains(reminded);

        Farewell asked = Farewell.of(gone, TODAY.plusDays(31), Cause.ASKED);
        farewells().begin(asked);
        assertThat(farewells().all()).containsExactly(asked);
    }

    @Test
    void the_letter_is_written_once_to_those_who_left_the_longest_waiting_first() {
        Instant now = Instant.parse("2026-10-02T10:00:00Z");
        PersonId later = add(1, Status.MEMBER);
        PersonId first = add(2, Status.LEFT);
        PersonId asked = add(3, Status.LEFT);
        farewells().catchUp(TODAY);
        farewells().begin(Farewell.of(asked, TODAY, Cause.ASKED));
        people().save(person(1, Status.LEFT, Origin.REGISTER));
        farewells().catchUp(TODAY.plusDays(1));
        assertThat(farewells().unwritten(9)).containsExactly(first, later);
        assertThat(farewells().unwritten(1)).containsExactly(first);

        assertThat(farewells().written(first, now)).isTrue();
        assertThat(farewells().written(first, now.plusSeconds(60))).isFalse();
        assertThat(farewells().written(asked, now)).isFalse();
        farewells().save(farewells().lock(first).orElseThrow().reminded(TODAY.plusDays(30)));

        assertThat(farewells().unwritten(9)).containsExactly(later);
        assertThat(farewells().writtenSince(now.minusSeconds(1))).isOne();
        assertThat(farewells().writtenSince(now)).isZero();
    }

    @Test
    void whoever_leaves_again_is_written_to_again() {
        PersonId gone = add(1, Status.LEFT);
        farewells().catchUp(TODAY);
        farewells().written(gone, Instant.EPOCH);
        people().save(person(1, Status.MEMBER, Origin.REGISTER));
        farewells().catchUp(TODAY);
        people().save(person(1, Status.LEFT, Origin.REGISTER));
        farewells().catchUp(TODAY);

        assertThat(farewells().unwritten(9)).containsExactly(gone);
    }
}
