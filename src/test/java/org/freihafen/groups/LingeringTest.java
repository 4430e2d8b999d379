package org.freihafen.groups;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.InMemoryMemberships;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Origin;
import org.freihafen.membership.Period;
import org.freihafen.membership.Role;
import org.freihafen.structure.Kinds;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKey;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

class LingeringTest {
    private static final LocalDate MOVED = LocalDate.of(2026, 10, 1);
    private static final PersonId MOVER = new PersonId(new UUID(7, 1));

    private final Kinds kinds = kinds();
    private final Unit old = unit(1, "old");
    private final Unit place = unit(2, "new");
    private final InMemoryMemberships memberships = new InMemoryMemberships();
    private final Structure structure = new Structure(List.of(old, place));

    private static Kinds kinds() {
        Properties properties = new Properties();
        properties.setProperty("district.intake", "register");
        properties.setProperty("district.leads", "true");
        properties.setProperty("district.lingering-days", "14");
        return Kinds.read(properties);
    }

    private Unit unit(int n, String key) {
        return new Unit(
                new UnitId(new UUID(8, n)),
                new UnitKey(key),
                kinds.named("district").orElseThrow(),
                key,
                Optional.empty(),
                Optional.empty(),
                Unit.Origin.FILE,
                false);
    }

    private void belongs(Unit unit, Role role, Period period) {
        memberships.add(new Membership(MOVER, unit.id(), role, period, Origin.REGISTER));
    }

    private List<GroupId> groupsOn(LocalDate day) {
        return new GroupDesign(structure, _ -> true)
                .read(memberships, day).groups().stream()
                        .filter(group -> group.members().contains(MOVER))
                        .map(Group::id)
                        .toList();
    }

    @Test
    void whoever_moves_keeps_the_old_units_access_for_the_days_of_its_kind_without_leading() {
        belongs(old, Role.LEAD, Period.since(MOVED.minusYears(1)).endingOn(MOVED));
        belongs(place, Role.MEMBER, Period.since(MOVED));
        GroupId there = new GroupId(old.id(), Part.PEOPLE);
        GroupId here = new GroupId(place.id(), Part.PEOPLE);

        assertThat(groupsOn(MOVED)).containsExactly(there, here);
        assertThat(groupsOn(MOVED.plusDays(13))).containsExactly(there, here);
        assertThat(groupsOn(MOVED.plusDays(14))).containsExactly(here);
    }

    @Test
    void whoever_leaves_keeps_nothing() {
        belongs(old, Role.MEMBER, Period.since(MOVED.minusYears(1)).endingOn(MOVED));

        assertThat(groupsOn(MOVED)).isEmpty();
    }
}
