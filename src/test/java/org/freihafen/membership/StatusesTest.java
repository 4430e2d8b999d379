package org.freihafen.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.freihafen.example.Example;
import org.junit.jupiter.api.Test;

import java.util.Properties;

class StatusesTest {
    @Test
    void the_shipped_table_lets_nobody_who_left_in_and_nobody_in_arrears_out() {
        Statuses shipped = Example.settings().statuses();

        for (Status status : Status.values()) {
            assertThat(shipped.effect(status).account())
                    .isEqualTo(
                            status.present() ? Statuses.Account.KEEPS : Statuses.Account.SUSPENDED);
        }
        assertThat(shipped.of("Im Rückstand")).contains(Status.MEMBER);
        assertThat(shipped.of("gemahnt")).contains(Status.MEMBER);
        assertThat(shipped.of("unbekannt")).isEmpty();
    }

    @Test
    void a_table_in_which_somebody_who_left_keeps_the_account_is_refused() {
        assertThatThrownBy(() -> Statuses.read(table("effect.left", "keeps, none, ends")))
                .hasMessageContaining(
                        "effect.left: 'keeps, none, ends'; write suspended, none, ends");
    }

    @Test
    void arrears_are_no_status() {
        assertThatThrownBy(() -> Statuses.read(table("effect.arrears", "suspended, none, ends")))
                .hasMessageContaining("effect.arrears: no status");
    }

    @Test
    void a_word_means_one_thing() {
        assertThatThrownBy(() -> Statuses.read(table("word.guest", "Mitglied")))
                .hasMessageContaining("word.guest: 'Mitglied' stands elsewhere already");
    }

    private static Properties table(String key, String value) {
        Properties table = new Properties();
        table.setProperty("word.member", "Mitglied");
        for (Status status : Status.values()) {
            String name = status.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            table.setProperty(
                    "effect." + name,
                    status.present() ? "keeps, all, keeps" : "suspended, none, ends");
        }
        table.setProperty(key, value);
        return table;
    }
}
