package org.freihafen.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.ids.GrantId;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;

/** What every {@link Reminders} keeps. */
public abstract class RemindersContract {
    private static final LocalDate END = LocalDate.of(2026, 12, 31);

    protected abstract Reminders reminders();

    protected abstract GrantId someGrant();

    @Test
    void each_is_new_once_and_again_for_another_end_or_day() {
        GrantId grant = someGrant();

        assertThat(reminders().note(grant, END, 30)).isTrue();
        assertThat(reminders().note(grant, END, 30)).isFalse();
        assertThat(reminders().note(grant, END, 7)).isTrue();
        assertThat(reminders().note(grant, END.plusYears(1), 30)).isTrue();
        assertThat(reminders().note(someGrant(), END, 30)).isTrue();
    }
}
