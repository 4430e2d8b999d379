package org.freihafen.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.directory.DirectoryEntry.PersonEntry;
import org.freihafen.governance.Harbour;
import org.freihafen.reconcile.Change;
import org.junit.jupiter.api.Test;

import java.util.Set;

/** Lines of runs outlive people, and administrators read them: they hold nobody's name. */
class DescribingTest {
    private final Harbour harbour = new Harbour();
    private final EntryKey ada = new EntryKey.OfPerson(harbour.ada);
    private final DirectoryEntry before = new PersonEntry("ada", "Ada Adler", true, Set.of());
    private final DirectoryEntry after = new PersonEntry("adah", "Ada Berg", false, Set.of());

    @Test
    void changes_of_people_are_described_by_their_ids() {
        assertThat(described(new Change.Create<>(ada, before)))
                .isEqualTo("Make account " + harbour.ada);
        assertThat(described(new Change.Update<>(ada, before, after)))
                .isEqualTo(
                        "Change account " + harbour.ada + " (login name, display name, suspended)");
        assertThat(described(new Change.Delete<>(ada, after)))
                .isEqualTo("Remove account " + harbour.ada);
    }

    private static String described(Change<EntryKey, DirectoryEntry> change) {
        return Describing.text(change).toString();
    }
}
