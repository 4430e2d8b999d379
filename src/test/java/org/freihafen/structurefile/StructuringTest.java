package org.freihafen.structurefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Denied;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.audit.AuditEntry;
import org.freihafen.example.Example;
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.Verdict;
import org.freihafen.structure.Builders;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKey;
import org.freihafen.structurefile.Structuring.Answer;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

class StructuringTest {
    private static final String FILE = Example.text("structure.csv");
    private static final String HEADER = "key;name;kind;parent;ags\n";

    private final Builders builders = new Builders();

    @Test
    void the_example_federation_is_built_from_its_file() {
        builders.build(FILE);

        Structure structure = builders.units.structure();
        assertThat(structure.living()).hasSize(678);
        assertThat(structure.root()).map(Unit::key).contains(new UnitKey("bund"));
        assertThat(structure.byOfficialKey("14511"))
                .map(Unit::name)
                .contains("Kreisverband Chemnitz");
        assertThat(structure.above(builders.unit("sn-14511").id()))
                .extracting(unit -> unit.key().value())
                .containsExactly("sn", "bund");
        assertThat(builders.added).hasSize(678);
        assertThat(builders.trail.entries())
                .extracting(AuditEntry::what)
                .containsOnly("structure.read", "unit.added", "structure.approved")
                .hasSize(678 + 2);
        assertThat(builders.wake.fullRuns()).isOne();
    }

    @Test
    void the_same_file_again_changes_nothing() {
        builders.build(FILE);

        assertThat(builders.planned(FILE).plan().isEmpty()).isTrue();
    }

    @Test
    void columns_may_stand_in_any_order_behind_a_byte_order_mark_with_more_beside_them() {
        builders.build(
                "\uFEFFAGS;Parent;Note;Name;Kind;Key\r\n;;x;Bund;federation;B\r\n14;B;;Sachsen;state;SN\r\n");

        assertThat(builders.unit("sn").parent()).contains(builders.unit("b").id());
        assertThat(builders.unit("sn").officialKey()).contains("14");
    }

    @Test
    void a_renamed_unit_stays_itself() {
        builders.build(FILE);
        UnitId before = builders.unit("sn-14511").id();

        builders.build(FILE.replace("Kreisverband Chemnitz", "Kreisverband Chemnitz-Stadt"));

        assertThat(builders.unit("sn-14511").id()).isEqualTo(before);
        assertThat(builders.unit("sn-14511").name()).isEqualTo("Kreisverband Chemnitz-Stadt");
        assertThat(builders.trail.entries())
                .extracting(AuditEntry::what)
                .endsWith("unit.renamed", "structure.approved");
    }

    @Test
    void a_moved_unit_stays_itself_and_may_move_below_a_new_one() {
        builders.build(FILE);
        UnitId before = builders.unit("sn-14511").id();

        builders.build(
                FILE.replace("district;SN;14511", "district;SN-1;14511")
                        + "SN-1;Bezirk Südwest;region;SN;\n");

        assertThat(builders.unit("sn-14511").id()).isEqualTo(before);
        assertThat(builders.unit("sn-14511").parent()).contains(builders.unit("sn-1").id());
    }

    @Test
    void a_unit_that_left_the_file_ends_and_is_called_a_loss() {
        builders.build(FILE);
        String without =
                FILE.lines()
                        .filter(line -> !line.startsWith("SG-0"))
                        .collect(Collectors.joining("\n"));

        Answer.Planned planned = builders.planned(without);
        assertThat(planned.verdict()).isInstanceOf(Verdict.NeedsApproval.class);
        builders.build(without);

        assertThat(builders.unit("sg-01").ended()).isTrue();
        assertThat(builders.ended).hasSize(8);
        assertThat(builders.units.structure().living()).hasSize(670);
    }

    @Test
    void a_founded_unit_is_no_concern_of_the_file() {
        builders.build(FILE);
        found("ag-meer", "sn");

        assertThat(builders.planned(FILE).plan().isEmpty()).isTrue();
    }

    @Test
    void a_plan_is_refused_when_what_it_rests_on_has_changed() {
        builders.build(FILE);
        Answer.Planned shown = builders.planned(FILE.replace("SG Technik", "SG IT"));
        builders.build(FILE.replace("SG Technik", "SG EDV"));

        Decision<?> decision =
                builders.structuring.approve(new Actor.Host(), shown.id(), shown.hash());

        assertThat(decision.refusal()).map(Refusal::rule).contains(Rule.CHANGED_SINCE_SHOWN);
        assertThat(builders.unit("sg-02").name()).isEqualTo("SG EDV");
    }

    @Test
    void a_plan_is_refused_when_a_unit_was_founded_below_one_that_would_end() {
        builders.build(FILE);
        Answer.Planned shown =
                builders.planned(
                        FILE.replace("SH-01002;Kreisverband Kiel;district;SH;01002\n", ""));
        found("ag-foerde", "sh-01002");

        Decision<?> decision =
                builders.structuring.approve(new Actor.Host(), shown.id(), shown.hash());

        assertThat(decision.refusal()).map(Refusal::rule).contains(Rule.CHANGED_SINCE_SHOWN);
    }

    @Test
    void a_plan_is_not_approved_by_another_hash_nor_twice() {
        Answer.Planned shown = builders.planned(FILE);
        Actor host = new Actor.Host();

        assertThat(builders.structuring.approve(host, shown.id(), "0").refusal())
                .map(Refusal::rule)
                .contains(Rule.CHANGED_SINCE_SHOWN);
        assertThat(builders.structuring.approve(host, shown.id(), shown.hash()).refusal())
                .isEmpty();
        assertThat(builders.structuring.approve(host, shown.id(), shown.hash()).refusal())
                .map(Refusal::rule)
                .contains(Rule.NOT_FOUND);
    }

    @Test
    void only_an_administrator_rules_the_structure() {
        Actor somebody = Actor.of(builders.ids.person());
        byte[] file = Example.bytes("structure.csv");

        assertThatThrownBy(() -> builders.reading.plan(somebody, new ByteArrayInputStream(file)))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> builders.structuring.approve(somebody, builders.ids.plan(), ""))
                .isInstanceOf(Denied.class);
    }

    @Property(tries = 100)
    void the_order_of_lines_does_not_matter_and_applying_leaves_nothing_to_do(
            @ForAll("trees") List<String> lines, @ForAll Random random) {
        List<String> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, random);
        Builders one = new Builders();
        Builders other = new Builders();

        assertThat(one.planned(file(lines)).hash()).isEqualTo(other.planned(file(shuffled)).hash());
        one.build(file(lines));
        assertThat(one.planned(file(shuffled)).plan().isEmpty()).isTrue();
    }

    @Property(tries = 100)
    void from_any_tree_to_any_other_one_plan_suffices(
            @ForAll("trees") List<String> before, @ForAll("trees") List<String> after) {
        Builders own = new Builders();
        own.build(file(before));
        List<FileProblem> problems = own.problems(file(after));
        if (problems.isEmpty()) {
            own.build(file(after));
            assertThat(own.planned(file(after)).plan().isEmpty()).isTrue();
        }
    }

    /** States, and districts in them, some by way of a region. */
    @Provide
    Arbitrary<List<String>> trees() {
        return Arbitraries.integers()
                .between(0, 4)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(parents -> {
                    List<String> lines = new ArrayList<>();
                    lines.add("b;Bund;federation;;");
                    for (int s = 0; s < 5; s++) {
                        lines.add("s%d;State %d;state;b;%02d".formatted(s, parents.size(), s));
                    }
                    for (int d = 0; d < parents.size(); d++) {
                        lines.add(
                                "d%d;District;district;s%d;9%02d".formatted(d, parents.get(d), d));
                    }
                    return lines;
                });
    }

    private static String file(List<String> lines) {
        return HEADER + String.join("\n", lines);
    }

    private void found(String key, String parent) {
        builders.units.add(
                new Unit(
                        builders.ids.unit(),
                        new UnitKey(key),
                        Example.kinds().named("working-group").orElseThrow(),
                        "AG " + key,
                        Optional.of(builders.unit(parent).id()),
                        Optional.empty(),
                        Unit.Origin.FOUNDED,
                        false));
    }
}
