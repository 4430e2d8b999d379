package org.freihafen.sandbox.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class ChangeLogTest {

    private static final List<String> RECORDS =
            List.of("dn: a\n", "dn: b\ncn: Zoë\n", "gone: cn=# 00000004 00000000\n");

    @TempDir private Path home;

    @Test
    void what_was_appended_is_read_again_in_order() throws IOException {
        Path file = written();
        assertThat(read(file)).isEqualTo(RECORDS);
    }

    @Test
    void a_last_record_torn_off_anywhere_is_dropped_and_the_log_goes_on() throws IOException {
        byte[] whole = Files.readAllBytes(written());
        int last = RECORDS.getLast().length() + 20;
        for (int cut = 1; cut <= last; cut++) {
            Path file = home.resolve("cut" + cut);
            Files.write(file, Arrays.copyOf(whole, whole.length - cut));
            assertThat(read(file)).isEqualTo(RECORDS.subList(0, 2));
            try (ChangeLog log = ChangeLog.open(file, _ -> {})) {
                log.append("dn: c\n");
            }
            assertThat(read(file)).containsExactly(RECORDS.get(0), RECORDS.get(1), "dn: c\n");
        }
    }

    @Test
    void a_last_record_of_which_only_the_length_reached_the_disk_is_dropped() throws IOException {
        byte[] whole = Files.readAllBytes(written());
        Arrays.fill(whole, whole.length - RECORDS.getLast().length(), whole.length, (byte) 0);
        Path file = home.resolve("zeroes");
        Files.write(file, whole);
        assertThat(read(file)).isEqualTo(RECORDS.subList(0, 2));
    }

    @Test
    void damage_with_whole_records_behind_it_is_not_passed_over() throws IOException {
        byte[] whole = Files.readAllBytes(written());
        for (int at = 0; at < 20 + RECORDS.getFirst().length(); at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 1;
            Path file = home.resolve("damaged" + at);
            Files.write(file, damaged);
            assertThatCode(() -> read(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("restore it from a backup");
        }
    }

    @Test
    void a_log_that_was_cleared_is_empty() throws IOException {
        Path file = written();
        try (ChangeLog log = ChangeLog.open(file, _ -> {})) {
            log.clear();
            log.append("dn: d\n");
        }
        assertThat(read(file)).containsExactly("dn: d\n");
    }

    private Path written() throws IOException {
        Path file = home.resolve("log");
        try (ChangeLog log = ChangeLog.open(file, _ -> {})) {
            for (String record : RECORDS) {
                log.append(record);
            }
        }
        return file;
    }

    private static List<String> read(Path file) throws IOException {
        List<String> records = new ArrayList<>();
        ChangeLog.open(file, records::add).close();
        return records;
    }
}
