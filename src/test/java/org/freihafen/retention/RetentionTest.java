package org.freihafen.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.freihafen.retention.Leftovers.Sort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.Properties;

class RetentionTest {
    @ParameterizedTest
    @EnumSource
    void whatever_the_job_deletes_has_its_days_in_the_table(Sort sort) {
        assertThat(ShippedRetention.read().after(sort)).isPositive();
    }

    @Test
    void a_row_says_what_why_until_when_and_by_which_law_in_both_languages() {
        Retained runs = ShippedRetention.read().row("runs");

        assertThat(runs.after()).contains(Duration.ofDays(90));
        assertThat(runs.what("de")).startsWith("Läufe");
        assertThat(runs.why("en")).startsWith("To find faults");
        assertThat(runs.until("en")).isEqualTo("after the run ended");
        assertThat(runs.basis("de")).contains("DSGVO");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "runs.days | 0 | runs.days is '0'; write a whole number of 1 or more.",
                "runs.days | soon | runs.days is 'soon'; write a whole number of 1 or more.",
                "runs.why.en | '' | runs.why.en is missing; say it in one sentence.",
                "audit.days | 9 | audit.days keeps nothing; leave it out.",
                "runs.dayz | 9 | runs.dayz means nothing; write name.days, name.what.de and so on."
            })
    void a_wrong_line_is_named_with_its_cure(String key, String value, String message) {
        Properties table = ShippedRetention.table();
        table.setProperty(key, value);

        assertThatThrownBy(() -> Retention.read(table)).hasMessage(message);
    }

    @Test
    void a_sort_without_days_stops_the_start() {
        Properties table = ShippedRetention.table();
        table.remove("answers.days");

        assertThatThrownBy(() -> Retention.read(table))
                .hasMessage("answers.days is missing; write for how many days it is kept.");
    }
}
