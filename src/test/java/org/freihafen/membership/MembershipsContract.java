package org.freihafen.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What every {@link Memberships} keeps. */
public abstract class MembershipsContract {
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    protected abstract Memberships memberships();

    /** Somebody who is there, each time another, each greater than the one before. */
    protected abstract PersonId somebody();

    /** A unit that is there, each time another. */
    protected abstract UnitId someUnit();

    private static Membership member(PersonId person, UnitId unit, Period period) {
        return new Membership(person, unit, Role.MEMBER, period, Origin.REGISTER);
    }

    @Test
    void a_membership_holds_from_its_first_day_until_its_end() {
        Memberships memberships = memberships();
        PersonId rosa = somebody();
        UnitId unit = someUnit();
        Membership may = member(rosa, unit, Period.since(MAY).endingOn(JUNE));
        memberships.add(may);
        assertThat(memberships.of(rosa, unit, MAY.minusDays(1))).isEmpty();
        assertThat(memberships.of(rosa, unit, MAY)).contains(may);
        assertThat(memberships.of(rosa, JUNE.minusDays(1))).containsExactly(may);
        assertThat(memberships.of(rosa, JUNE)).isEmpty();
        assertThat(memberships.in(unit, MAY)).containsExactly(may);
        assertThat(memberships.in(unit, JUNE)).isEmpty();
    }

    @Test
    void whoever_moved_away_lately_is_told_from_whoever_left() {
        Memberships memberships = memberships();
        PersonId mover = somebody();
        PersonId leaver = somebody();
        UnitId old = someUnit();
        Membership gone = member(mover, old, Period.since(MAY).endingOn(JUNE));
        memberships.add(
                List.of(
                        gone,
                        member(mover, someUnit(), Period.since(JUNE)),
                        member(leaver, old, Period.since(MAY).endingOn(JUNE))));
        assertThat(memberships.movedAway(MAY, JUNE)).containsExactly(gone);
        assertThat(memberships.movedAway(JUNE.minusDays(1), JULY)).containsExactly(gone);
        assertThat(memberships.movedAway(JUNE, JULY)).isEmpty();
        assertThat(memberships.movedAway(MAY, JUNE.minusDays(1))).isEmpty();
    }

    @Test
    void many_are_asked_and_ended_together() {
        Memberships memberships = memberships();
        PersonId rosa = somebody();
        PersonId karl = somebody();
        UnitId unit = someUnit();
        Membership longAgo = member(rosa, unit, Period.since(MAY));
        Membership today = member(karl, unit, Period.since(JUNE));
        memberships.add(List.of(longAgo, today));
        memberships.add(member(somebody(), unit, Period.since(MAY)));
        assertThat(memberships.of(Set.of(rosa, karl), JUNE))
                .containsExactlyInAnyOrder(longAgo, today);
        memberships.end(List.of(longAgo, today), JUNE);
        assertThat(memberships.of(Set.of(rosa, karl), JUNE)).isEmpty();
        assertThat(memberships.of(rosa, unit, JUNE.minusDays(1))).isPresent();
        memberships.add(member(karl, unit, Period.since(JUNE)));
        memberships.add(member(rosa, unit, Period.since(JUNE)));
        assertThat(memberships.of(Set.of(rosa, karl), JUNE)).hasSize(2);
    }

    @Test
    void a_unit_names_its_leads_first() {
        Memberships memberships = memberships();
        UnitId unit = someUnit();
        Membership karl = member(somebody(), unit, Period.since(MAY));
        Membership eva = member(somebody(), unit, Period.since(MAY));
        Membership rosa =
                new Membership(somebody(), unit, Role.LEAD, Period.since(MAY), Origin.FOUNDING);
        memberships.add(List.of(eva, rosa, karl));
        memberships.add(member(somebody(), someUnit(), Period.since(MAY)));
        assertThat(memberships.in(unit, JUNE)).containsExactly(rosa, karl, eva);
    }

    @Test
    void nobody_belongs_to_a_unit_twice() {
        Memberships memberships = memberships();
        PersonId rosa = somebody();
        UnitId unit = someUnit();
        memberships.add(member(rosa, unit, Period.since(JUNE)));
        assertThatThrownBy(() -> memberships.add(member(rosa, unit, Period.since(JULY))))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(
                        () -> memberships.add(member(rosa, unit, Period.since(MAY).endingOn(JULY))))
                .isInstanceOf(RuntimeException.class);
        assertThat(memberships.of(rosa, JULY)).hasSize(1);
    }

    @Test
    void who_left_may_come_back_and_the_former_time_stays_known() {
        Memberships memberships = memberships();
        PersonId rosa = somebody();
        UnitId unit = someUnit();
        memberships.add(member(rosa, unit, Period.since(MAY)));
        memberships.end(rosa, unit, JUNE);
        memberships.add(member(rosa, unit, Period.since(JULY)));
        assertThat(memberships.of(rosa, unit, MAY)).isPresent();
        assertThat(memberships.of(rosa, unit, JUNE)).isEmpty();
        assertThat(memberships.of(rosa, unit, JULY)).isPresent();
        memberships.add(member(rosa, unit, Period.since(JUNE).endingOn(JULY)));
        assertThat(memberships.of(rosa, unit, JUNE)).isPresent();
    }

    @Test
    void who_leaves_on_the_first_day_never_belonged_and_may_come_back_at_once() {
        Memberships memberships = memberships();
        PersonId rosa = somebody();
        UnitId unit = someUnit();
        memberships.add(member(rosa, unit, Period.since(MAY)));
        memberships.end(rosa, unit, MAY);
        assertThat(memberships.of(rosa, unit, MAY)).isEmpty();
        memberships.add(member(rosa, unit, Period.since(MAY)));
        assertThat(memberships.of(rosa, unit, MAY)).isPresent();
    }

    @Test
    void ending_what_does_not_hold_changes_nothing() {
        Memberships memberships = memberships();
        PersonId rosa = somebody();
        UnitId unit = someUnit();
        memberships.end(rosa, unit, MAY);
        memberships.add(member(rosa, unit, Period.since(JUNE)));
        memberships.end(rosa, unit, MAY);
        assertThat(memberships.of(rosa, unit, JULY)).isPresent();
    }

    @Test
    void a_role_changes_while_the_membership_goes_on() {
        Memberships memberships = memberships();
        PersonId rosa = somebody();
        UnitId unit = someUnit();
        memberships.add(member(rosa, unit, Period.since(MAY)));
        Membership lead = new Membership(rosa, unit, Role.LEAD, Period.since(MAY), Origin.ELECTION);
        memberships.save(lead);
        assertThat(memberships.of(rosa, MAY)).containsExactly(lead);
        Membership stranger = member(somebody(), unit, Period.since(MAY));
        assertThatThrownBy(() -> memberships.save(stranger))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void all_that_hold_on_a_day_are_heard_once() {
        Memberships memberships = memberships();
        PersonId rosa = somebody();
        PersonId karl = somebody();
        UnitId one = someUnit();
        UnitId other = someUnit();
        memberships.add(
                List.of(
                        member(rosa, one, Period.since(MAY)),
                        member(karl, one, Period.since(MAY).endingOn(JUNE)),
                        new Membership(
                                rosa, other, Role.LEAD, Period.since(MAY), Origin.INVITATION),
                        member(karl, other, Period.since(JULY))));
        assertThat(heard(memberships, Optional.empty()))
                .containsExactlyInAnyOrder(
                        rosa + " " + one + " MEMBER", rosa + " " + other + " LEAD");
        assertThat(heard(memberships, Optional.of(Set.of(one))))
                .containsExactly(rosa + " " + one + " MEMBER");
        assertThat(heard(memberships, Optional.of(Set.of()))).isEmpty();
    }

    private static List<String> heard(Memberships memberships, Optional<Set<UnitId>> in) {
        List<String> heard = new ArrayList<>();
        Memberships.Each each = (person, unit, role) -> heard.add(person + " " + unit + " " + role);
        in.ifPresentOrElse(
                units -> memberships.forEachIn(units, JUNE, each),
                () -> memberships.forEach(JUNE, each));
        return heard;
    }
}
