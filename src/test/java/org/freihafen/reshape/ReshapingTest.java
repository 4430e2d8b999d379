package org.freihafen.reshape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Denied;
import org.freihafen.access.Duty;
import org.freihafen.access.DutyHeld;
import org.freihafen.access.Refusal;
import org.freihafen.governance.Harbour;
import org.freihafen.granting.Granting;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.guests.Guest;
import org.freihafen.ids.PersonId;
import org.freihafen.mail.Posted;
import org.freihafen.mail.Template;
import org.freihafen.membership.Role;
import org.freihafen.reach.Foreseeing;
import org.freihafen.reach.Situation;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Permission;
import org.freihafen.structure.Ending;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKey;
import org.freihafen.words.ConsequenceLines;
import org.freihafen.words.Words;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.FolderRef;
import org.freihafen.workspaces.Workspace;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

class ReshapingTest {
    private final Harbour h = new Harbour();
    private final Actor admin = Harbour.as(h.bo);
    private final Unit klima = founded("ag-klima", "AG Klima", h.saxony);
    private final Folder plans;

    ReshapingTest() {
        h.duties.give(new DutyHeld(h.bo, Duty.ADMINISTRATOR, h.saxony.id(), Optional.empty()));
        h.belong(h.ada, klima, Role.LEAD);
        h.belong(h.max, klima, Role.MEMBER);
        h.workspaces.add(new Workspace(klima.id(), "working", false));
        h.workspaces.add(new Workspace(h.digital.id(), "working", false));
        plans = done(h.creatingFolders().create(Harbour.as(h.ada), klima.id(), "Pläne"));
    }

    private Unit founded(String key, String name, Unit under) {
        Unit unit =
                new Unit(
                        h.ids.unit(),
                        new UnitKey(key),
                        h.kinds
                                .named(key.startsWith("pg") ? "project-group" : "working-group")
                                .orElseThrow(),
                        name,
                        Optional.of(under.id()),
                        Optional.empty(),
                        Unit.Origin.FOUNDED,
                        false);
        h.units.add(unit);
        return unit;
    }

    private Grant grant(PersonId who, FolderRef folder, Unit to) {
        return done(
                h.granting()
                        .grant(
                                Harbour.as(who),
                                new Granting.Wish(
                                        folder,
                                        new GroupId(to.id(), Part.PEOPLE),
                                        Set.of(Permission.READ),
                                        Optional.empty(),
                                        "Klausur")));
    }

    private static <T> T done(Decision<T> decision) {
        assertThat(decision.refusal()).isEmpty();
        return ((Decision.Done<T>) decision).value();
    }

    private Reshape merger() {
        return new Reshape.Merge(klima.id(), h.umwelt.id());
    }

    private Consequences shown(Reshape reshape) {
        return done(h.reshaping().show(admin, reshape));
    }

    private Consequences carriedOut(Reshape reshape) {
        return done(h.reshaping().carryOut(admin, reshape, shown(reshape).hash()));
    }

    private List<PersonId> reaching(FolderRef folder) {
        h.duties.give(new DutyHeld(h.dan, Duty.AUDITOR, h.saxony.id(), Optional.empty()));
        return done(h.tracing().folder(Harbour.as(h.dan), folder, h.today)).everybody().list();
    }

    private Optional<Refusal.Rule> refused(Reshape reshape) {
        return h.reshaping().show(admin, reshape).refusal().map(Refusal::rule);
    }

    @Test
    void a_merger_shows_who_gains_and_changes_nothing() {
        Consequences shown = shown(merger());

        assertThat(shown.moving().list()).containsExactly(h.ada);
        assertThat(shown.difference().losing().size()).isZero();
        assertThat(shown.difference().gaining().list()).containsExactlyInAnyOrder(h.lea, h.ada);
        assertThat(h.units.byId(klima.id())).contains(klima);
    }

    @Test
    void what_was_shown_is_what_then_is() {
        grant(h.ada, FolderRef.of(plans), h.digital);
        grant(h.dan, FolderRef.whole(h.digital.id()), klima);
        Foreseeing foreseeing = h.foreseeing();
        for (Reshape reshape :
                List.of(
                        merger(),
                        new Reshape.Dissolve(h.digital.id()),
                        new Reshape.Restore(h.digital.id()),
                        new Reshape.Move(h.umwelt.id(), h.federation.id()))) {
            Situation before = foreseeing.now();
            carriedOut(reshape);
            assertThat(foreseeing.now().workspaces())
                    .containsExactlyInAnyOrderElementsOf(
                            Afterwards.of(reshape, before).workspaces());
            assertThat(
                            foreseeing
                                    .between(Afterwards.of(reshape, before), foreseeing.now())
                                    .shifts())
                    .as(reshape.toString())
                    .isEmpty();
        }
    }

    @Test
    void after_a_merger_folders_lie_side_by_side_and_belong_to_the_heir() {
        Grant outward = grant(h.ada, FolderRef.of(plans), h.digital);
        carriedOut(merger());

        assertThat(h.units.byId(klima.id()).orElseThrow().ended()).isTrue();
        assertThat(h.grants.byId(outward.id())).contains(outward);
        assertThat(reaching(FolderRef.of(plans)))
                .containsExactlyInAnyOrder(h.lea, h.max, h.ada, h.dan);
        assertThat(done(h.granting().end(Harbour.as(h.lea), outward.id())).until())
                .contains(h.today);
        assertThatThrownBy(() -> h.units.add(founded("ag-klima", "Neu", h.saxony)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void people_of_the_merged_unit_come_along_without_leading() {
        carriedOut(merger());

        assertThat(h.memberships.of(h.ada, h.umwelt.id(), h.today).orElseThrow().role())
                .isEqualTo(Role.MEMBER);
        assertThat(h.memberships.in(klima.id(), h.today)).isEmpty();
    }

    private Guest guest() {
        Guest guest = new Guest(h.dan, klima.id(), h.ada, "Klausur", h.today.plusDays(30), false);
        h.guests.add(guest);
        return guest;
    }

    @Test
    void guests_of_a_merged_unit_stay_as_guests_of_the_heir() {
        Guest guest = guest();
        Consequences shown = carriedOut(merger());

        assertThat(shown.guests().list()).containsExactly(guest.person());
        assertThat(h.guests.of(h.umwelt.id())).containsExactly(guest.passedTo(h.umwelt.id()));
        assertThat(h.guests.endingBy(h.today)).isEmpty();
        assertThat(lines(shown)).anyMatch(line -> line.contains("Ein Gast von AG Klima bleibt"));
    }

    @Test
    void a_unit_is_dissolved_with_its_guests_and_says_how_many() {
        Guest guest = guest();
        Consequences shown = carriedOut(new Reshape.Dissolve(klima.id()));

        assertThat(shown.guests().size()).isOne();
        assertThat(h.guests.endingBy(h.today)).containsExactly(guest);
        assertThat(lines(shown)).anyMatch(line -> line.contains("Für einen Gast von AG Klima"));
    }

    @Test
    void a_guest_who_came_since_it_was_shown_stops_it() {
        String hash = shown(merger()).hash();
        guest();

        assertThat(h.reshaping().carryOut(admin, merger(), hash).refusal().map(Refusal::rule))
                .contains(Refusal.Rule.CHANGED_SINCE_SHOWN);
    }

    private List<String> lines(Consequences shown) {
        return new ConsequenceLines(h.units, h.workspaces, new RestorableFor(90), h.clock)
                .of(shown, Words.in(Locale.GERMAN));
    }

    @Test
    void a_grant_to_a_merged_unit_keeps_its_people_and_waits() {
        FolderRef theirs = FolderRef.whole(h.digital.id());
        grant(h.dan, theirs, klima);
        Consequences shown = carriedOut(merger());

        assertThat(shown.waiting()).hasSize(1);
        assertThat(reaching(theirs)).containsExactlyInAnyOrder(h.dan, h.ada, h.max);
    }

    @Test
    void its_people_and_whose_word_is_needed_are_told() {
        grant(h.dan, FolderRef.whole(h.digital.id()), klima);
        carriedOut(merger());

        assertThat(h.outbox.latest(Set.of(Posted.Stage.values()), Optional.empty(), 9))
                .extracting(posted -> posted.letter().template())
                .containsExactlyInAnyOrder(
                        Template.UNIT_MERGED, Template.UNIT_MERGED, Template.GRANT_NEEDS_A_WORD);
    }

    @Test
    void passed_on_the_grant_reaches_the_heir_and_the_people_of_before_are_let_go() {
        FolderRef theirs = FolderRef.whole(h.digital.id());
        Grant grant = grant(h.dan, theirs, klima);
        carriedOut(merger());
        done(h.succession().decide(Harbour.as(h.dan), grant.id(), true));

        assertThat(reaching(theirs)).containsExactlyInAnyOrder(h.dan, h.ada, h.max, h.lea);
        assertThat(h.memberships.in(klima.id(), h.today)).isEmpty();
        assertThat(h.units.structure().ending(klima.id()).filter(Ending::open)).isEmpty();
    }

    @Test
    void refused_the_grant_ends() {
        FolderRef theirs = FolderRef.whole(h.digital.id());
        Grant grant = grant(h.dan, theirs, klima);
        carriedOut(merger());
        done(h.succession().decide(Harbour.as(h.dan), grant.id(), false));

        assertThat(reaching(theirs)).containsExactly(h.dan);
        assertThat(h.succession().decide(Harbour.as(h.dan), grant.id(), true).refusal())
                .isPresent();
    }

    @Test
    void whoever_leaves_the_heir_loses_what_waits_too() {
        FolderRef theirs = FolderRef.whole(h.digital.id());
        grant(h.dan, theirs, klima);
        carriedOut(merger());
        done(h.leaving().leave(Harbour.as(h.max), h.umwelt.id()));

        assertThat(reaching(theirs)).containsExactlyInAnyOrder(h.dan, h.ada);
    }

    @Test
    void a_dissolved_unit_is_reached_by_nobody_and_comes_back_with_its_people() {
        Grant outward = grant(h.ada, FolderRef.of(plans), h.digital);
        Consequences shown = carriedOut(new Reshape.Dissolve(klima.id()));

        assertThat(shown.ending()).containsExactly(outward);
        assertThat(h.grants.byId(outward.id())).contains(outward.ended(h.today, Optional.of(h.bo)));
        assertThat(reaching(FolderRef.whole(klima.id()))).isEmpty();
        assertThat(h.workspaces.folder(plans.id())).contains(plans);

        carriedOut(new Reshape.Restore(klima.id()));

        assertThat(reaching(FolderRef.whole(klima.id()))).containsExactlyInAnyOrder(h.ada, h.max);
        assertThat(h.grants.by(klima.id(), h.today)).isEmpty();
    }

    @Test
    void nothing_is_restored_after_its_time() {
        carriedOut(new Reshape.Dissolve(klima.id()));
        h.closingEndings(0).close();
        assertThat(refused(new Reshape.Restore(klima.id()))).isEmpty();
        h.closingEndings(-1).close();

        assertThat(refused(new Reshape.Restore(klima.id()))).contains(Refusal.Rule.NOT_RESTORABLE);
        assertThat(h.memberships.in(klima.id(), h.today)).isEmpty();
    }

    @Test
    void what_changed_since_it_was_shown_is_not_done() {
        String hash = shown(merger()).hash();
        h.belong(h.dan, klima, Role.MEMBER);

        assertThat(h.reshaping().carryOut(admin, merger(), hash).refusal().map(Refusal::rule))
                .contains(Refusal.Rule.CHANGED_SINCE_SHOWN);
        assertThat(h.units.byId(klima.id())).contains(klima);
    }

    @Test
    void what_does_not_fit_is_refused_by_a_rule() {
        assertThat(refused(new Reshape.Merge(klima.id(), klima.id())))
                .contains(Refusal.Rule.NOT_MERGEABLE);
        assertThat(refused(new Reshape.Merge(klima.id(), h.saxony.id())))
                .contains(Refusal.Rule.NOT_MERGEABLE);
        assertThat(refused(new Reshape.Dissolve(h.goerlitz.id())))
                .contains(Refusal.Rule.RULED_BY_FILE);
        assertThat(refused(new Reshape.Move(klima.id(), h.umwelt.id())))
                .contains(Refusal.Rule.KIND_NOT_ALLOWED_HERE);
        assertThat(refused(new Reshape.Restore(klima.id()))).contains(Refusal.Rule.NOT_RESTORABLE);
        founded("pg-deich", "PG Deich", klima);
        assertThat(refused(new Reshape.Dissolve(klima.id()))).contains(Refusal.Rule.UNITS_BELOW);
    }

    @Test
    void units_below_a_merged_one_stand_under_the_heir() {
        Unit deich = founded("pg-deich", "PG Deich", klima);
        carriedOut(merger());

        assertThat(h.units.byId(deich.id()).orElseThrow().parent()).contains(h.umwelt.id());
    }

    @Test
    void only_those_entitled_in_both_units_merge_them() {
        assertThatThrownBy(() -> h.reshaping().show(Harbour.as(h.max), merger()))
                .isInstanceOf(Denied.class);
        assertThat(h.reshaping().show(Harbour.as(h.ada), merger()).refusal().map(Refusal::rule))
                .contains(Refusal.Rule.NOT_ENTITLED_THERE);
        h.belong(h.lea, klima, Role.LEAD);

        assertThat(h.reshaping().show(Harbour.as(h.lea), merger()).refusal()).isEmpty();
    }
}
