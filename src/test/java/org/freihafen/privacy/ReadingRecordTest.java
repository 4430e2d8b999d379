package org.freihafen.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.freihafen.privacy.DataOffice.as;
import static org.freihafen.privacy.DataOffice.done;
import static org.freihafen.privacy.DataOffice.rule;

import org.freihafen.access.Refusal.Rule;
import org.freihafen.ids.PersonId;
import org.freihafen.privacy.Held.Field;
import org.freihafen.privacy.Held.Value;
import org.junit.jupiter.api.Test;

class ReadingRecordTest {
    private final DataOffice data = new DataOffice();
    private final PersonId ada = data.harbour.ada;

    @Test
    void everybody_reads_their_own_and_the_trail_does_not_watch() {
        assertThat(done(data.readingRecord().read(as(ada), ada)).person()).isEqualTo(ada);
        assertThat(data.harbour.trail.entries()).isEmpty();
    }

    @Test
    void nobody_but_the_member_office_reads_somebody_elses() {
        assertThat(done(data.readingRecord().read(as(data.office), ada)).person()).isEqualTo(ada);
        assertThat(rule(data.readingRecord().read(as(data.board), ada))).isEqualTo(Rule.NOT_FOUND);
    }

    @Test
    void it_says_what_stands_in_the_directory_with_every_group() {
        PersonRecord.Section directory =
                done(data.readingRecord().read(as(data.harbour.lea), data.harbour.lea))
                        .sections()
                        .getLast();

        assertThat(directory.kept().name()).isEqualTo("directory");
        assertThat(directory.entries().stream().flatMap(entry -> entry.fields().stream()))
                .contains(new Field("login", new Value.Text("lea")))
                .contains(new Field("group", new Value.Text("AG Umwelt")))
                .contains(new Field("group", new Value.Text("AG Umwelt – Leitung")))
                .contains(new Field("group", new Value.Text("Bundesverband")))
                .doesNotContain(new Field("group", new Value.Text("AG Digital")));
    }
}
