package org.freihafen.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.freihafen.governance.Harbour.as;

import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Denied;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.adoption.AdoptingTeamFolders.Folder;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.groups.PersonSet;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.Role;
import org.freihafen.reach.Difference.Shift;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.structure.UnitKey;
import org.freihafen.workspaces.Workspace;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Shown first with who gains and who loses, then linked by the hash of exactly that. */
class LinkingTeamFoldersTest {
    private static final Decision<Outcome> APPLIED = Decision.done(new Outcome.Applied());

    private final Bridge bridge = new Bridge();
    private final Actor ada = as(bridge.harbour.ada);
    private final UnitKey umwelt = bridge.harbour.umwelt.key();
    private final LinkingTeamFolders linking = bridge.linkingTeamFolders();

    private LinkConsequences shown(UnitKey unit, String folder) throws TargetUnavailable {
        return switch (linking.show(ada, "working", unit, folder)) {
            case Decision.Done<LinkConsequences>(LinkConsequences all) -> all;
            case Decision.Refused<LinkConsequences>(Refusal why) ->
                    throw new AssertionError(why.toString());
        };
    }

    private Decision<Outcome> link(UnitKey unit, String folder) throws TargetUnavailable {
        return linking.link(ada, "working", unit, folder, shown(unit, folder).hash());
    }

    private void standsOn(String folder, GroupId group, int bits) {
        bridge.clouds.standing.put(folder, new TreeMap<>(Map.of(group, bits)));
    }

    @Test
    void it_is_shown_who_gains_who_loses_and_what_is_foreign_and_nothing_is_written()
            throws TargetUnavailable {
        standsOn("7", new GroupId(bridge.harbour.digital.id(), Part.PEOPLE), 31);

        LinkConsequences all = shown(umwelt, "7");

        assertThat(all.folder()).isEqualTo(new Folder("7", "AG Umwelt"));
        assertThat(all.opening()).containsExactly("AG Umwelt");
        assertThat(all.closing()).containsExactly("AG Digital");
        assertThat(all.strangers()).containsExactly("IT");
        assertThat(all.held()).isTrue();
        Shift shift = all.difference().shifts().getFirst();
        assertThat(shift.gaining()).isEqualTo(people(bridge.harbour.lea, bridge.harbour.max));
        assertThat(shift.losing()).isEqualTo(people(bridge.harbour.dan));
        nothingHappened();
    }

    private static PersonSet people(PersonId... people) {
        return PersonSet.of(Arrays.asList(people));
    }

    @Test
    void whoever_could_only_read_and_is_to_edit_may_do_more_and_neither_gains_nor_loses()
            throws TargetUnavailable {
        standsOn("7", new GroupId(bridge.harbour.umwelt.id(), Part.PEOPLE), 1);

        LinkConsequences all = shown(umwelt, "7");

        assertThat(all.opening()).isEmpty();
        assertThat(all.closing()).isEmpty();
        Shift shift = all.difference().shifts().getFirst();
        assertThat(shift.allowedMore().size()).isEqualTo(2);
        assertThat(shift.gaining().size() + shift.losing().size()).isZero();
    }

    @Test
    void whatever_it_is_called_it_is_linked_as_shown_and_the_next_run_is_woken()
            throws TargetUnavailable {
        assertThat(link(umwelt, "8")).isEqualTo(APPLIED);

        assertThat(bridge.clouds.linked).isEqualTo(Map.of(bridge.harbour.umwelt.id(), "8"));
        assertThat(bridge.harbour.wake.heard()).hasSize(1);
    }

    @Test
    void what_changed_since_it_was_shown_is_shown_again() throws TargetUnavailable {
        String hash = shown(umwelt, "7").hash();
        bridge.harbour.belong(bridge.harbour.bo, bridge.harbour.umwelt, Role.MEMBER);

        assertThat(rule(linking.link(ada, "working", umwelt, "7", hash)))
                .isEqualTo(Rule.CHANGED_SINCE_SHOWN);
        nothingHappened();
        assertThat(link(umwelt, "7")).isEqualTo(APPLIED);
    }

    @Test
    void a_unit_whose_workspace_is_made_when_first_used_has_one_by_this() throws TargetUnavailable {
        link(bridge.harbour.goerlitz.key(), "8");

        assertThat(bridge.harbour.workspaces.of(bridge.harbour.goerlitz.id()))
                .contains(new Workspace(bridge.harbour.goerlitz.id(), "working", false));
    }

    @Test
    void linked_a_second_time_with_the_same_it_is_as_it_was() throws TargetUnavailable {
        UnitKey goerlitz = bridge.harbour.goerlitz.key();
        String hash = shown(goerlitz, "8").hash();

        for (int attempt = 1; attempt <= 2; attempt++) {
            assertThat(linking.link(ada, "working", goerlitz, "8", hash)).isEqualTo(APPLIED);
            assertThat(bridge.harbour.workspaces.of(bridge.harbour.goerlitz.id())).isPresent();
            assertThat(bridge.harbour.trail.entries()).hasSize(attempt);
        }
    }

    @Test
    void a_unit_that_has_a_team_folder_gets_no_second() throws TargetUnavailable {
        link(umwelt, "7");

        assertThat(rule(linking.show(ada, "working", umwelt, "8"))).isEqualTo(Rule.HAS_TEAM_FOLDER);
        assertThat(rule(linking.link(ada, "working", umwelt, "8", "-")))
                .isEqualTo(Rule.HAS_TEAM_FOLDER);
    }

    @Test
    void what_the_cloud_refuses_is_told_and_not_audited() throws TargetUnavailable {
        bridge.clouds.outcome = new Outcome.Refused(Saying.of("adoption.folder-gone", "7"));

        assertThat(link(umwelt, "7")).isEqualTo(Decision.done(bridge.clouds.outcome));
        nothingHappened();
    }

    @Test
    void nothing_is_linked_that_is_not_there_or_where_no_workspace_can_lie()
            throws TargetUnavailable {
        assertThat(refused("nowhere", umwelt, "7")).isEqualTo(Rule.NOT_FOUND);
        assertThat(refused("working", new UnitKey("nowhere"), "7")).isEqualTo(Rule.NOT_FOUND);
        assertThat(refused("working", umwelt, "9")).isEqualTo(Rule.NO_TEAM_FOLDER);
        assertThat(refused("working", bridge.harbour.board.key(), "7"))
                .isEqualTo(Rule.NO_WORKSPACE);
        nothingHappened();
    }

    private Rule refused(String cloud, UnitKey unit, String folder) throws TargetUnavailable {
        Rule shown = rule(linking.show(ada, cloud, unit, folder));
        assertThat(rule(linking.link(ada, cloud, unit, folder, "-"))).isEqualTo(shown);
        return shown;
    }

    @Test
    void only_administrators_link() {
        for (Actor actor : List.of(as(bridge.harbour.bo), as(bridge.harbour.lea))) {
            assertThatThrownBy(() -> linking.show(actor, "working", umwelt, "7"))
                    .isInstanceOf(Denied.class);
            assertThatThrownBy(() -> linking.link(actor, "working", umwelt, "7", "-"))
                    .isInstanceOf(Denied.class);
        }
        nothingHappened();
    }

    private void nothingHappened() {
        assertThat(bridge.clouds.linked).isEmpty();
        assertThat(bridge.harbour.trail.entries()).isEmpty();
    }

    private static Rule rule(Decision<?> decision) {
        return decision.refusal().map(Refusal::rule).orElseThrow();
    }
}
