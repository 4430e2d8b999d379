package org.freihafen.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.ids.PersonId;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** What every {@link Tokens} keeps. */
public abstract class TokensContract {
    private static final Instant NOW = Instant.parse("2026-03-01T10:15:30.123456Z");

    protected abstract Tokens tokens();

    /** Somebody who is there, each time another. */
    protected abstract PersonId somebody();

    private static Token token(int number, PersonId person) {
        return new Token(
                new UUID(1, number),
                person,
                "Büro",
                Token.Scope.READ,
                "digest" + number,
                NOW.plusSeconds(number),
                NOW.plus(Duration.ofDays(30)));
    }

    @Test
    void a_token_is_found_by_its_digest_until_it_is_ended() {
        Tokens tokens = tokens();
        Token token = token(1, somebody());
        tokens.add(token);

        assertThat(tokens.byDigest("digest1")).contains(token);
        assertThat(tokens.byDigest("digest2")).isEmpty();

        tokens.end(token.id());
        tokens.end(token.id());

        assertThat(tokens.byDigest("digest1")).isEmpty();
    }

    @Test
    void a_persons_tokens_come_oldest_first() {
        Tokens tokens = tokens();
        PersonId rosa = somebody();
        PersonId emil = somebody();
        tokens.add(token(2, rosa));
        tokens.add(token(1, rosa));
        tokens.add(token(3, emil));

        assertThat(tokens.of(rosa)).containsExactly(token(1, rosa), token(2, rosa));
    }
}
