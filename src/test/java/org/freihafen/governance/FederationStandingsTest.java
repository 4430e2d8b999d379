package org.freihafen.governance;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.access.Duty;
import org.freihafen.access.DutyHeld;
import org.freihafen.access.InMemoryDuties;
import org.freihafen.access.Standing;
import org.freihafen.access.Standings;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.InMemoryMemberships;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Origin;
import org.freihafen.membership.Period;
import org.freihafen.membership.Role;
import org.freihafen.settings.ShippedKinds;
import org.freihafen.structure.InMemoryUnits;
import org.freihafen.structure.Kinds;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKey;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;

class FederationStandingsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    private final Ids ids = new Ids(clock, new Random(1));
    private final Kinds kinds = ShippedKinds.read();
    private final InMemoryUnits units = new InMemoryUnits();
    private final InMemoryMemberships memberships = new InMemoryMemberships();
    private final InMemoryDuties duties = new InMemoryDuties();
    private final FederationStandings standings =
            new FederationStandings(units, memberships, duties, clock);

    private final UnitId federation = unit("bund", "federation", Optional.empty());
    private final UnitId state = unit("sn", "state", Optional.of(federation));
    private final UnitId district = unit("sn-14713", "district", Optional.of(state));
    private final UnitId group = unit("ag-umwelt", "working-group", Optional.of(state));
    private final UnitId project = unit("pg-bach", "project-group", Optional.of(group));
    private final UnitId otherState = unit("by", "state", Optional.of(federation));
    private final PersonId ada = ids.person();

    private UnitId unit(String key, String kind, Optional<UnitId> parent) {
        UnitId id = ids.unit();
        units.add(
                new Unit(
                        id,
                        new UnitKey(key),
                        kinds.named(kind).orElseThrow(),
                        key,
                        parent,
                        Optional.empty(),
                        Unit.Origin.FILE,
                        false));
        return id;
    }

    private void place(PersonId person, UnitId unit, Role role) {
        memberships.add(new Membership(person, unit, role, Period.since(TODAY), Origin.REGISTER));
    }

    @Test
    void belonging_by_register_is_passed_on_to_the_units_above() {
        place(ada, district, Role.MEMBER);

        assertThat(standings.of(ada, district)).contains(Standing.MEMBER);
        assertThat(standings.of(ada, state)).contains(Standing.MEMBER);
        assertThat(standings.of(ada, federation)).contains(Standing.MEMBER);
        assertThat(standings.of(ada, otherState)).containsOnly(Standing.ANYONE);
        assertThat(standings.of(ada, group)).containsOnly(Standing.ANYONE);
    }

    @Test
    void belonging_to_a_working_group_is_passed_on_to_nobody() {
        place(ada, group, Role.LEAD);

        assertThat(standings.of(ada, group)).contains(Standing.MEMBER, Standing.LEAD);
        assertThat(standings.of(ada, state)).containsOnly(Standing.ANYONE);
    }

    @Test
    void leading_a_unit_is_not_leading_the_units_above() {
        place(ada, district, Role.LEAD);

        assertThat(standings.of(ada, state)).containsOnly(Standing.ANYONE, Standing.MEMBER);
    }

    @Test
    void the_nearest_leads_above_stand_in_where_nobody_leads() {
        PersonId bea = ids.person();
        place(ada, group, Role.LEAD);
        place(bea, state, Role.LEAD);

        assertThat(standings.of(ada, project)).contains(Standing.STAND_IN);
        assertThat(standings.of(bea, project)).doesNotContain(Standing.STAND_IN);
        assertThat(standings.of(bea, district)).contains(Standing.STAND_IN);
        assertThat(standings.of(bea, group)).doesNotContain(Standing.STAND_IN);

        place(ids.person(), project, Role.LEAD);

        assertThat(standings.of(ada, project)).doesNotContain(Standing.STAND_IN);
    }

    @Test
    void a_duty_holds_in_its_unit_and_below_until_it_ends() {
        duties.give(new DutyHeld(ada, Duty.MEMBER_OFFICE, state, Optional.empty()));
        duties.give(new DutyHeld(ada, Duty.AUDITOR, state, Optional.of(NOON)));

        assertThat(standings.of(ada, state)).contains(Standing.MEMBER_OFFICE);
        assertThat(standings.of(ada, district)).contains(Standing.MEMBER_OFFICE);
        assertThat(standings.of(ada, project)).contains(Standing.MEMBER_OFFICE);
        assertThat(standings.of(ada, federation)).containsOnly(Standing.ANYONE);
        assertThat(standings.of(ada, otherState)).containsOnly(Standing.ANYONE);
        assertThat(standings.of(ada, state)).doesNotContain(Standing.AUDITOR);
    }

    @Test
    void a_duty_given_before_there_is_a_structure_holds_everywhere() {
        duties.give(new DutyHeld(ada, Duty.ADMINISTRATOR, Standings.FEDERATION, Optional.empty()));

        assertThat(standings.of(ada, federation)).contains(Standing.ADMINISTRATOR);
        assertThat(standings.of(ada, project)).contains(Standing.ADMINISTRATOR);
        assertThat(standings.of(ada, Standings.FEDERATION)).contains(Standing.ADMINISTRATOR);
    }

    @Test
    void an_unknown_unit_or_person_has_no_standing() {
        assertThat(standings.of(ada, ids.unit())).containsOnly(Standing.ANYONE);
        assertThat(standings.of(ids.person(), state)).containsOnly(Standing.ANYONE);
    }
}
