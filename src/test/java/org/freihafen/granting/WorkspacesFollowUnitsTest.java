package org.freihafen.granting;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.access.Actor;
import org.freihafen.example.Example;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.ids.GrantId;
import org.freihafen.membership.Period;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grantee;
import org.freihafen.shares.Grants;
import org.freihafen.shares.InMemoryGrants;
import org.freihafen.shares.InMemoryWorkspaces;
import org.freihafen.shares.Permission;
import org.freihafen.structure.Builders;
import org.freihafen.structure.Unit;
import org.freihafen.workspaces.FolderRef;
import org.freihafen.workspaces.Workspace;
import org.freihafen.workspaces.Workspaces;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

class WorkspacesFollowUnitsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 1);

    private final Builders builders = new Builders();
    private final Workspaces workspaces = new InMemoryWorkspaces();
    private final Grants grants = new InMemoryGrants(Builders.CLOCK);
    private final WorkspacesFollowUnits follower =
            new WorkspacesFollowUnits(workspaces, grants, builders.trail, Builders.CLOCK);

    @Test
    void kinds_decide_who_gets_a_workspace_at_once() {
        builders.build(Example.text("structure.csv"));
        follower.added(new Actor.Host(), builders.added);

        assertThat(workspaces.of(builders.unit("bund").id())).isPresent();
        assertThat(workspaces.of(builders.unit("sn-vorstand").id()))
                .map(Workspace::cloud)
                .contains("board");
        assertThat(workspaces.of(builders.unit("sn-14511").id())).isEmpty();
        assertThat(workspaces.of(builders.unit("by-091").id())).isEmpty();
        assertThat(workspaces.all()).hasSize(1 + 16 + 216 + 8 + 17);
    }

    @Test
    void the_workspace_of_an_ended_unit_is_archived_and_its_grants_end_both_ways() {
        builders.build(Example.text("structure.csv"));
        follower.added(new Actor.Host(), builders.added);
        Unit ending = builders.unit("sg-01");
        GrantId given = grant(ending, builders.unit("sg-02"));
        GrantId received = grant(builders.unit("sg-03"), ending);
        GrantId foreign = grant(builders.unit("sg-04"), builders.unit("sg-05"));

        follower.ended(new Actor.Host(), List.of(ending.end()));

        assertThat(workspaces.of(ending.id())).map(Workspace::archived).contains(true);
        assertThat(grants.all(TODAY)).extracting(Grant::id).containsExactly(foreign);
        assertThat(grants.byId(given)).isPresent();
        assertThat(grants.byId(received)).isPresent();
    }

    private GrantId grant(Unit from, Unit to) {
        GrantId id = builders.ids.grant();
        grants.add(
                new Grant(
                        id,
                        FolderRef.whole(from.id()),
                        new Grantee.ToGroup(new GroupId(to.id(), Part.PEOPLE)),
                        Set.of(Permission.READ),
                        Period.since(TODAY.minusDays(3)),
                        "Zusammenarbeit",
                        builders.ids.person()));
        return id;
    }
}
