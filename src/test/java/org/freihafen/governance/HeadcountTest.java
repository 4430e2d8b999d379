package org.freihafen.governance;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.accounts.Account;
import org.freihafen.accounts.InMemoryAccounts;
import org.freihafen.accounts.Username;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.InMemoryMemberships;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Origin;
import org.freihafen.membership.Period;
import org.freihafen.membership.Role;
import org.freihafen.structure.InMemoryUnits;
import org.freihafen.structure.Kinds;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKey;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;

class HeadcountTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 1);

    private final Clock clock = Clock.fixed(Instant.parse("2026-10-01T10:00:00Z"), ZoneOffset.UTC);
    private final Ids ids = new Ids(clock, new Random(7));
    private final InMemoryUnits units = new InMemoryUnits();
    private final InMemoryMemberships memberships = new InMemoryMemberships();
    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final Headcount headcount = new Headcount(units, memberships, accounts, clock);

    private final Kinds kinds = shippedKinds();
    private final Unit federation = unit("bund", "federation", Optional.empty());
    private final Unit state = unit("sn", "state", Optional.of(federation.id()));
    private final Unit district = unit("sn-1", "district", Optional.of(state.id()));
    private final Unit group = unit("ag-umwelt", "working-group", Optional.of(state.id()));

    @Test
    void whoever_belongs_to_a_district_counts_in_every_unit_above() {
        person(district, Role.MEMBER);
        person(district, Role.LEAD);

        assertThat(headcount.of(people(district))).isEqualTo(2);
        assertThat(headcount.of(people(state))).isEqualTo(2);
        assertThat(headcount.of(people(federation))).isEqualTo(2);
        assertThat(headcount.of(new GroupId(district.id(), Part.LEADS))).isEqualTo(1);
        assertThat(headcount.of(new GroupId(state.id(), Part.LEADS))).isZero();
    }

    @Test
    void people_of_a_working_group_count_there_only() {
        person(group, Role.LEAD);

        assertThat(headcount.of(people(group))).isEqualTo(1);
        assertThat(headcount.of(people(state))).isZero();
    }

    @Test
    void whose_account_cannot_be_used_counts_nowhere() {
        PersonId person = person(district, Role.MEMBER);
        accounts.save(accounts.byId(person).orElseThrow().in(Account.State.SUSPENDED));

        assertThat(headcount.of(people(district))).isZero();
    }

    @Test
    void an_unknown_unit_has_nobody() {
        assertThat(headcount.of(new GroupId(ids.unit(), Part.PEOPLE))).isZero();
    }

    private static Kinds shippedKinds() {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("config/kinds.properties"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Kinds.read(properties);
    }

    private static GroupId people(Unit unit) {
        return new GroupId(unit.id(), Part.PEOPLE);
    }

    private PersonId person(Unit in, Role role) {
        PersonId id = ids.person();
        String name = "p" + id.value().toString().substring(24);
        accounts.add(
                List.of(new Account(id, new Username(name), name, Account.State.ACTIVE, false)));
        memberships.add(new Membership(id, in.id(), role, Period.since(TODAY), Origin.REGISTER));
        return id;
    }

    private Unit unit(String key, String kind, Optional<UnitId> parent) {
        Unit unit =
                new Unit(
                        ids.unit(),
                        new UnitKey(key),
                        kinds.named(kind).orElseThrow(),
                        key,
                        parent,
                        Optional.empty(),
                        Unit.Origin.FILE,
                        false);
        units.add(unit);
        return unit;
    }
}
