package org.freihafen.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.ids.GrantId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Period;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grantee;
import org.freihafen.shares.Permission;
import org.freihafen.workspaces.FolderRef;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

class StateTagTest {
    private static final UUID ID = new UUID(1, 1);

    @Test
    void the_state_of_a_grant_is_written_in_the_same_order_everywhere() {
        assertThat(StateTag.state(grant(EnumSet.allOf(Permission.class))))
                .element(1)
                .hasToString(EnumSet.allOf(Permission.class).toString());
    }

    @Test
    void the_state_changes_with_what_a_grant_allows() {
        assertThat(StateTag.state(grant(Set.of(Permission.READ))))
                .isNotEqualTo(StateTag.state(grant(Set.of(Permission.READ, Permission.EDIT))));
    }

    private static Grant grant(Set<Permission> permissions) {
        return new Grant(
                new GrantId(ID),
                new FolderRef(new UnitId(ID), Optional.empty()),
                new Grantee.ToGroup(new GroupId(new UnitId(ID), Part.PEOPLE)),
                permissions,
                Period.since(LocalDate.of(2026, 11, 1)),
                "Zusammenarbeit",
                new PersonId(ID));
    }
}
