package org.freihafen.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.ids.PersonId;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What every {@link OneTimeCodes} keeps. */
public abstract class OneTimeCodesContract {
    private static final Instant NOW = Instant.parse("2026-03-01T10:15:30.123456Z");
    private static final Instant LATER = NOW.plus(Duration.ofMinutes(15));

    protected abstract OneTimeCodes codes();

    /** Somebody who is there, each time another. */
    protected abstract PersonId somebody();

    @Test
    void a_code_is_found_until_it_expires_and_closed_by_one_only() {
        OneTimeCodes codes = codes();
        OneTimeCode code = new OneTimeCode("ab12", Optional.of(somebody()), LATER);
        codes.open(code);

        assertThat(codes.find("ab12", NOW)).contains(code);
        assertThat(codes.find("ab12", LATER)).isEmpty();
        assertThat(codes.find("cd34", NOW)).isEmpty();
        assertThat(codes.close(code)).isTrue();
        assertThat(codes.close(code)).isFalse();
        assertThat(codes.find("ab12", NOW)).isEmpty();
    }

    @Test
    void a_new_code_closes_the_old_one_of_the_same_person() {
        OneTimeCodes codes = codes();
        PersonId rosa = somebody();
        PersonId emil = somebody();
        codes.open(new OneTimeCode("old", Optional.of(rosa), LATER));
        codes.open(new OneTimeCode("emil", Optional.of(emil), LATER));
        codes.open(new OneTimeCode("set-up", Optional.empty(), LATER));
        codes.open(new OneTimeCode("new", Optional.of(rosa), LATER));

        assertThat(codes.find("old", NOW)).isEmpty();
        assertThat(codes.find("new", NOW)).isPresent();
        assertThat(codes.find("emil", NOW)).isPresent();
        assertThat(codes.find("set-up", NOW)).isPresent();

        codes.open(new OneTimeCode("set-up again", Optional.empty(), LATER));

        assertThat(codes.find("set-up", NOW)).isEmpty();
        assertThat(codes.find("new", NOW)).isPresent();
    }
}
