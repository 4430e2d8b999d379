package org.freihafen.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

import org.freihafen.cloud.CloudObject.FolderObject;
import org.freihafen.cloud.CloudObject.WorkspaceObject;
import org.freihafen.structure.Unit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

class WorkspaceNamesTest {
    @Provide
    Arbitrary<List<String>> unitNames() {
        Arbitrary<String> awkward =
                Arbitraries.of(
                        "AG Umwelt",
                        "ag umwelt",
                        "AG Umwelt (AG-1)",
                        "AG/Umwelt",
                        "AG-Umwelt",
                        "..",
                        ".",
                        " ",
                        "CON:",
                        "Ärzte\nOrdner");
        Arbitrary<String> any = Arbitraries.strings().ofMinLength(1).ofMaxLength(150);
        return Arbitraries.frequencyOf(Tuple.of(3, awkward), Tuple.of(1, any))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Property(tries = 300)
    void whatever_units_are_called_workspaces_have_safe_names_of_their_own(
            @ForAll("unitNames") List<String> names) {
        Federation federation = new Federation();
        for (int i = 0; i < names.size(); i++) {
            Unit unit = federation.group("ag-" + i, names.get(i));
            federation.folder(unit, "Protokolle/" + "ä".repeat(i * 8 + 1));
            if (i % 4 == 3) {
                federation.end(unit);
            }
        }
        List<String> given = new ArrayList<>();
        federation
                .desired()
                .forEach((_, object) -> {
                    if (object instanceof WorkspaceObject workspace) {
                        given.add(workspace.name().toLowerCase(Locale.ROOT));
                        safe(workspace.name());
                    } else if (object instanceof FolderObject folder) {
                        assertThat(folder.path().split("/", -1))
                                .hasSize(2)
                                .allSatisfy(WorkspaceNamesTest::safe);
                    }
                });

        assertThat(given).doesNotHaveDuplicates();
    }

    @Example
    void what_people_called_their_folder_stays_though_it_begins_like_the_workspace() {
        Federation federation = new Federation();
        Unit umwelt = federation.group("ag-umwelt", "AG Umwelt");
        WorkspaceNames names = new CloudDesign("working", federation.get()).names();

        assertThat(names.plain(umwelt.id(), "AG – Notizen")).isEqualTo("AG – Notizen");
        assertThat(names.plain(umwelt.id(), "AG Umwelt – Notizen/AG Umwelt – AG – Juli"))
                .isEqualTo("Notizen/AG – Juli");
    }

    @Example
    void a_name_cut_short_before_a_long_one_is_told_from_it_all_the_same() {
        Federation federation = new Federation();
        Unit unit = federation.group("lang", "Ä".repeat(50));
        WorkspaceNames names = new CloudDesign("working", federation.get()).names();
        String longest = "ü".repeat(110);

        assertThat(names.plain(unit.id(), names.path(unit.id(), longest))).isEqualTo(longest);
    }

    @Example
    void what_lies_in_the_cloud_says_nothing_about_a_confidential_group() {
        Federation federation = new Federation();
        Unit open = federation.group("vertrauensrat", "Vertrauensrat");
        Unit hidden = federation.unit("vr", "confidential-group", "Vertrauensrat");
        federation.folder(hidden, "Fälle");

        List<String> names = new ArrayList<>();
        federation
                .desired()
                .forEach((_, object) -> {
                    switch (object) {
                        case WorkspaceObject workspace -> names.add(workspace.name());
                        case FolderObject folder -> names.add(folder.path());
                        default -> {}
                    }
                });

        assertThat(names)
                .contains(open.name(), hidden.outwardName(), hidden.outwardName() + " – Fälle");
        assertThat(hidden.outwardName()).matches("Gruppe [0-9A-F]{4}-[0-9A-F]{4}");
    }

    private static void safe(String name) {
        assertThat(name).isNotBlank().doesNotStartWith(".").doesNotContain("/", "\\", "\n", ":");
        assertThat(name).isEqualTo(name.strip());
        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(250);
    }
}
