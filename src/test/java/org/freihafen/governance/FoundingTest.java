package org.freihafen.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.freihafen.governance.Harbour.as;

import org.freihafen.access.Decision;
import org.freihafen.access.Denied;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.audit.Trail;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.Role;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class FoundingTest {
    private final Harbour harbour = new Harbour();

    @Test
    void a_member_founds_a_working_group_and_leads_it() {
        Unit founded = founded(found(harbour.ada, "working-group", "sn", "AG Bäume"));

        assertThat(founded.key()).isEqualTo(new UnitKey("ag-baeume"));
        assertThat(founded.parent()).contains(harbour.saxony.id());
        assertThat(harbour.memberships.of(harbour.ada, founded.id(), harbour.today))
                .hasValueSatisfying(m -> assertThat(m.role()).isEqualTo(Role.LEAD));
        assertThat(harbour.workspaces.of(founded.id())).isPresent();
        assertThat(harbour.wake.heard()).isNotEmpty();
        assertThat(harbour.trail.lines(Trail.Question.everything(), 0, 9))
                .anyMatch(line -> line.entry().what().equals("unit.founded"));
    }

    @Test
    void founders_are_invited_and_not_added() {
        Unit founded =
                founded(
                        harbour.founding()
                                .found(
                                        as(harbour.ada),
                                        new Founding.Wish(
                                                "working-group",
                                                new UnitKey("sn"),
                                                "AG Bäume",
                                                List.of("max", "999"))));

        assertThat(harbour.memberships.in(founded.id(), harbour.today)).hasSize(1);
        assertThat(harbour.invitations.listedInto(founded.id(), harbour.clock.instant()))
                .hasSize(2);
    }

    @Test
    void founders_named_twice_or_left_blank_are_invited_once() {
        Unit founded = founded(found(List.of("max", " max ", "", " ", "999")));

        assertThat(harbour.invitations.listedInto(founded.id(), harbour.clock.instant()))
                .extracting(Invitation::addressedTo)
                .containsExactlyInAnyOrder("max", "999");
    }

    @Test
    void all_founders_are_invited_or_nothing_is_founded() {
        List<String> tooMany =
                IntStream.rangeClosed(0, Bounds.USUAL.invitations())
                        .mapToObj(n -> "somebody" + n)
                        .toList();

        assertThat(found(tooMany).refusal()).map(Refusal::rule).contains(Rule.TOO_MANY_TODAY);
        assertThat(found(List.of("max", "x".repeat(401))).refusal())
                .map(Refusal::rule)
                .contains(Rule.TEXT_TOO_LONG);
        assertThat(harbour.units.structure().byKey(new UnitKey("ag-baeume"))).isEmpty();
        assertThat(harbour.trail.lines(Trail.Question.everything(), 0, 9)).isEmpty();
        assertThat(found(tooMany.subList(1, tooMany.size())).refusal()).isEmpty();
    }

    @Test
    void a_key_that_was_ever_used_is_not_given_again() {
        harbour.units.save(harbour.umwelt.end());

        Unit founded = founded(found(harbour.ada, "working-group", "sn", "AG Umwelt"));

        assertThat(founded.key()).isEqualTo(new UnitKey("ag-umwelt-2"));
    }

    @ParameterizedTest
    @CsvSource({
        "district, sn, Kreisverband Neu, KIND_NOT_FOUNDED",
        "board, sn, Unser Vorstand, KIND_NOT_FOUNDED",
        "nonsense, sn, AG Neu, NOT_FOUND",
        "project-group, sn-14626, Bachpaten, ''",
        "working-group, sn, Vorstand, NAME_NOT_ALLOWED",
        "working-group, sn, V0rstand, NAME_NOT_ALLOWED",
        "working-group, sn, ag umwelt, NAME_NOT_ALLOWED",
        "working-group, sn, AG-Umwe1t, NAME_NOT_ALLOWED",
        "working-group, sn, ' ', NAME_NOT_ALLOWED",
        "working-group, sn, AG / Rest, NAME_NOT_ALLOWED",
        "working-group, sn, AG Наука, NAME_NOT_ALLOWED"
    })
    void what_may_be_founded_where_and_under_which_name(
            String kind, String parent, String name, String rule) {
        Optional<Rule> refused =
                found(harbour.ada, kind, parent, name).refusal().map(Refusal::rule);

        assertThat(refused)
                .isEqualTo(Optional.of(rule).filter(r -> !r.isEmpty()).map(Rule::valueOf));
    }

    @Test
    void one_person_founds_only_so_many_a_day() {
        for (String name : List.of("AG Eins", "AG Zwei", "AG Drei")) {
            founded(found(harbour.ada, "working-group", "sn", name));
        }

        assertThat(found(harbour.ada, "working-group", "sn", "AG Vier").refusal())
                .map(Refusal::rule)
                .contains(Rule.TOO_MANY_TODAY);
        assertThat(found(harbour.bo, "working-group", "sn", "AG Vier").refusal()).isEmpty();
    }

    @Test
    void leaving_what_one_founded_does_not_make_room_for_more_that_day() {
        for (String name : List.of("AG Eins", "AG Zwei", "AG Drei")) {
            Unit unit = founded(found(harbour.ada, "working-group", "sn", name));
            harbour.memberships.end(harbour.ada, unit.id(), harbour.today);
        }

        assertThat(found(harbour.ada, "working-group", "sn", "AG Vier").refusal())
                .map(Refusal::rule)
                .contains(Rule.TOO_MANY_TODAY);
    }

    @Test
    void who_does_not_belong_to_the_unit_above_founds_nothing_under_it() {
        PersonId stranger = harbour.ids.person();

        assertThatThrownBy(() -> found(stranger, "working-group", "sn", "AG Fremd"))
                .isInstanceOf(Denied.class);
    }

    @Test
    void a_confidential_group_has_a_key_that_says_nothing() {
        Unit founded = founded(found(harbour.ada, "confidential-group", "sn", "Vertrauensrat"));

        assertThat(founded.key().value()).matches("gruppe-[0-9a-f]{8}");
        assertThat(founded.name()).isEqualTo("Vertrauensrat");
    }

    @Test
    void nobody_learns_by_a_refused_name_that_there_is_a_confidential_group() {
        Unit hidden = founded(found(harbour.ada, "confidential-group", "sn", "Vertrauensrat"));

        Unit open = founded(found(harbour.bo, "working-group", "sn", "Vertrauensrat"));

        assertThat(open.key()).isEqualTo(new UnitKey("vertrauensrat"));
        assertThat(
                        found(harbour.bo, "working-group", "sn", hidden.outwardName())
                                .refusal()
                                .map(Refusal::rule))
                .as("nor does anybody pass for one")
                .contains(Rule.NAME_NOT_ALLOWED);
    }

    private Decision<Unit> found(List<String> founders) {
        return harbour.founding()
                .found(
                        as(harbour.ada),
                        new Founding.Wish(
                                "working-group", new UnitKey("sn"), "AG Bäume", founders));
    }

    private Decision<Unit> found(PersonId founder, String kind, String parent, String name) {
        return harbour.founding()
                .found(as(founder), new Founding.Wish(kind, new UnitKey(parent), name, List.of()));
    }

    private static Unit founded(Decision<Unit> decision) {
        return ((Decision.Done<Unit>) decision).value();
    }
}
