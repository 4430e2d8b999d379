package org.freihafen.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.ids.PersonId;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

/** What every {@link PasswordLinks} keeps. */
public abstract class PasswordLinksContract {
    private static final Instant NOW = Instant.parse("2026-03-01T10:15:30.123456Z");
    private static final Instant LATER = NOW.plus(Duration.ofHours(1));

    protected abstract PasswordLinks links();

    /** Somebody who is there, each time another. */
    protected abstract PersonId somebody();

    @Test
    void a_link_is_found_until_it_expires() {
        PasswordLinks links = links();
        PasswordLink link = new PasswordLink(somebody(), "ab12", LATER);
        links.open(link);
        assertThat(links.find("ab12", NOW)).contains(link);
        assertThat(links.find("ab12", LATER)).isEmpty();
        assertThat(links.find("cd34", NOW)).isEmpty();
    }

    @Test
    void a_link_is_closed_by_one_only() {
        PasswordLinks links = links();
        PasswordLink link = new PasswordLink(somebody(), "ab12", LATER);
        links.open(link);
        assertThat(links.close(link)).isTrue();
        assertThat(links.close(link)).isFalse();
        assertThat(links.find("ab12", NOW)).isEmpty();
    }

    @Test
    void a_new_link_closes_the_old_one() {
        PasswordLinks links = links();
        PersonId rosa = somebody();
        PasswordLink old = new PasswordLink(rosa, "ab12", LATER);
        PasswordLink fresh = new PasswordLink(rosa, "cd34", LATER);
        links.open(old);
        links.open(fresh);
        assertThat(links.find("ab12", NOW)).isEmpty();
        assertThat(links.close(old)).isFalse();
        assertThat(links.find("cd34", NOW)).contains(fresh);
    }
}
