package org.freihafen.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.directory.DirectoryEntry.GroupEntry;
import org.freihafen.example.Example;
import org.freihafen.groups.Group;
import org.freihafen.groups.GroupDesign;
import org.freihafen.ids.Ids;
import org.freihafen.structure.Entrants;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKey;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** What the directory tells of a unit that only its people may know. */
class DiscreetGroupsTest {
    private final Ids ids = new Ids(() -> Instant.parse("2026-10-01T12:00:00Z"), new Random(5));
    private final Unit root = unit("bund", "federation", "Bundesverband", Optional.empty());
    private final Unit hidden =
            unit("vertrauensrat", "confidential-group", "Vertrauensrat", Optional.of(root));
    private final Unit open = unit("vr", "working-group", "Vertrauensrat", Optional.of(root));

    @Test
    void its_groups_have_neutral_names_without_kind_and_place() {
        String key = hidden.outwardKey().value();

        assertThat(entries(hidden))
                .extracting(GroupEntry::name)
                .containsExactlyInAnyOrder(key, key + "-leads");
        assertThat(entries(hidden))
                .allSatisfy(entry -> {
                    assertThat(entry.toString().toLowerCase(Locale.ROOT))
                            .doesNotContain("vertrauen", "confidential", "bund");
                    assertThat(entry.kind()).isEqualTo("group");
                    assertThat(entry.parent()).isEmpty();
                });
    }

    @Test
    void another_group_of_the_same_name_keeps_it_as_if_it_were_the_only_one() {
        assertThat(entries(open))
                .extracting(GroupEntry::label)
                .containsExactlyInAnyOrder("Vertrauensrat", "Vertrauensrat – Leitung");
    }

    @Test
    void its_name_stays_when_it_is_renamed() {
        assertThat(hidden.named("Ombudsleute").outwardName()).isEqualTo(hidden.outwardName());
    }

    private List<GroupEntry> entries(Unit of) {
        Structure structure = new Structure(List.of(root, hidden, open));
        List<Group> groups = new GroupDesign(structure, _ -> true).groups();
        List<GroupEntry> entries = new ArrayList<>();
        new DirectoryDesign(structure, groups, Entrants.byKind())
                .desired(List.of())
                .forEach((key, entry) -> {
                    if (key instanceof EntryKey.OfGroup(var group)
                            && group.unit().equals(of.id())
                            && entry instanceof GroupEntry found) {
                        entries.add(found);
                    }
                });
        return entries;
    }

    private Unit unit(String key, String kind, String name, Optional<Unit> parent) {
        return new Unit(
                ids.unit(),
                new UnitKey(key),
                Example.kinds().named(kind).orElseThrow(),
                name,
                parent.map(Unit::id),
                Optional.empty(),
                Unit.Origin.FILE,
                false);
    }
}
