package org.freihafen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Origin;
import org.freihafen.membership.Period;
import org.freihafen.membership.Role;
import org.freihafen.reports.Tallies;
import org.freihafen.reports.Tally;
import org.freihafen.reports.Tally.Measure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What a database counts of its memberships. */
abstract class StoredTallies {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

    private UnitId here = UnitId.of("01920000-0000-7000-8000-0000000000aa");
    private UnitId there = here;

    abstract JdbiContract store();

    private Tallies tallies() {
        return new JdbiTallies(store().jdbi());
    }

    @BeforeEach
    void two_units() {
        here = store().someUnit();
        there = store().someUnit();
    }

    private void belongs(PersonId person, UnitId unit, LocalDate from, Optional<LocalDate> until) {
        store().memberships()
                .add(
                        new Membership(
                                person,
                                unit,
                                Role.MEMBER,
                                new Period(from, until),
                                Origin.REGISTER));
    }

    private int counted(UnitId unit, Measure measure, LocalDate day) {
        return tallies().count(day).stream()
                .filter(tally -> tally.unit().equals(unit) && tally.measure() == measure)
                .mapToInt(Tally::people)
                .sum();
    }

    @Test
    void whoever_begins_anew_where_they_were_neither_came_nor_went() {
        PersonId person = store().somebody();
        belongs(person, here, DAY.minusYears(1), Optional.of(DAY));
        belongs(person, here, DAY, Optional.empty());

        assertThat(tallies().count(DAY))
                .extracting(Tally::measure)
                .containsExactly(Measure.PEOPLE, Measure.PAID_UP);
    }

    /** Of every unit those who are there came, or were there before and did not go. */
    @Test
    void counts_add_up_while_people_are_joining() throws Exception {
        int joining = 300;
        try (ExecutorService roster = Executors.newSingleThreadExecutor()) {
            Future<?> work =
                    roster.submit(() -> {
                        for (int i = 0; i < joining; i++) {
                            belongs(store().somebody(), here, DAY, Optional.empty());
                        }
                    });
            do {
                List<Tally> all = tallies().count(DAY, DAY.plusDays(30));
                assertThat(of(all, Measure.PEOPLE))
                        .isEqualTo(of(all, Measure.JOINED))
                        .isEqualTo(of(all, Measure.PAID_UP));
            } while (!work.isDone());
            work.get();
        }

        assertThat(counted(here, Measure.PEOPLE, DAY)).isEqualTo(joining);
    }

    private static int of(List<Tally> all, Measure measure) {
        return all.stream()
                .filter(tally -> tally.measure() == measure)
                .mapToInt(Tally::people)
                .sum();
    }

    @Test
    void who_joined_left_and_moved_is_told_apart() {
        LocalDate before = DAY.minusYears(1);
        belongs(store().somebody(), here, before, Optional.empty());
        belongs(store().somebody(), here, before, Optional.of(DAY));
        belongs(store().somebody(), here, DAY, Optional.empty());
        PersonId mover = store().somebody();
        belongs(mover, here, before, Optional.of(DAY));
        belongs(mover, there, DAY, Optional.empty());

        assertThat(counted(here, Measure.PEOPLE, DAY)).isEqualTo(2);
        assertThat(counted(here, Measure.PEOPLE, DAY.minusDays(1))).isEqualTo(3);
        assertThat(counted(here, Measure.PAID_UP, DAY)).isEqualTo(2);
        assertThat(counted(here, Measure.JOINED, DAY)).isOne();
        assertThat(counted(here, Measure.LEFT, DAY)).isOne();
        assertThat(counted(here, Measure.MOVED_OUT, DAY)).isOne();
        assertThat(counted(here, Measure.MOVED_IN, DAY)).isZero();
        assertThat(counted(there, Measure.MOVED_IN, DAY)).isOne();
        assertThat(counted(there, Measure.JOINED, DAY)).isZero();
        assertThat(counted(here, Measure.JOINED, DAY.plusDays(1))).isZero();
    }

    @Test
    void a_span_of_days_counts_who_came_and_went_in_it_and_who_is_there_at_its_end() {
        belongs(store().somebody(), here, DAY.plusDays(3), Optional.of(DAY.plusDays(9)));
        PersonId mover = store().somebody();
        belongs(mover, here, DAY.minusYears(1), Optional.of(DAY.plusDays(30)));
        belongs(mover, there, DAY.plusDays(30), Optional.empty());
        belongs(store().somebody(), here, DAY.plusDays(31), Optional.empty());

        assertThat(tallies().count(DAY, DAY.plusDays(30)))
                .extracting(Tally::day, Tally::unit, Tally::measure, Tally::people)
                .containsExactlyInAnyOrder(
                        tuple(DAY.plusDays(30), there, Measure.PEOPLE, 1),
                        tuple(DAY.plusDays(30), there, Measure.PAID_UP, 1),
                        tuple(DAY.plusDays(30), here, Measure.JOINED, 1),
                        tuple(DAY.plusDays(30), here, Measure.LEFT, 1),
                        tuple(DAY.plusDays(30), here, Measure.MOVED_OUT, 1),
                        tuple(DAY.plusDays(30), there, Measure.MOVED_IN, 1));
    }

    @Test
    void who_joined_a_group_by_invitation_is_not_counted() {
        store().memberships()
                .add(
                        new Membership(
                                store().somebody(),
                                here,
                                Role.MEMBER,
                                Period.since(DAY),
                                Origin.INVITATION));

        assertThat(tallies().count(DAY)).isEmpty();
    }

    @Test
    void a_day_counted_again_takes_the_place_of_its_first_count() {
        Tally first = new Tally(DAY, here, Measure.PEOPLE, 7);
        Tally second = new Tally(DAY, here, Measure.PEOPLE, 8);
        Tally earlier = new Tally(DAY.minusDays(1), here, Measure.PEOPLE, 6);

        tallies().replace(DAY, List.of(first));
        tallies().replace(DAY, List.of(second));
        tallies().replace(earlier.day(), List.of(earlier));

        assertThat(tallies().between(DAY.minusDays(1), DAY)).containsExactly(earlier, second);
        assertThat(tallies().between(DAY, DAY)).containsExactly(second);
        assertThat(tallies().latest()).contains(DAY);
    }

    @Test
    void of_each_month_the_last_day_that_was_counted_is_told() {
        for (int days = 0; days < 40; days++) {
            LocalDate day = DAY.plusDays(days);
            tallies().replace(day, List.of(new Tally(day, here, Measure.PEOPLE, days)));
        }

        assertThat(tallies().monthly(DAY))
                .extracting(Tally::day)
                .containsExactly(LocalDate.of(2026, 10, 31), LocalDate.of(2026, 11, 9));
    }
}
