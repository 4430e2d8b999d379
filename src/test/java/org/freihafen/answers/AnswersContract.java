package org.freihafen.answers;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.answers.Answers.Stand;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What every {@link Answers} keeps. */
public abstract class AnswersContract {
    private static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Asking ASKING = new Asking("who, what and key", "body", NOON);
    private static final Answer CREATED =
            new Answer(
                    201,
                    Map.of("Location", "https://example.org/a: b", "Content-Type", "text/plain"),
                    Optional.of("Größe 🚀\n" + "x".repeat(200_000)));

    protected abstract Answers answers();

    @Test
    void one_is_the_first_and_the_next_ones_get_its_answer() {
        Answers answers = answers();

        assertThat(answers.begin(ASKING, DAY)).isEqualTo(new Stand.First());
        assertThat(answers.begin(ASKING, DAY)).isEqualTo(new Stand.Begun());
        answers.keep(ASKING.request(), CREATED);
        assertThat(answers.begin(ASKING, DAY)).isEqualTo(new Stand.Answered(CREATED));
        assertThat(answers.begin(new Asking("other", "body", NOON), DAY))
                .isEqualTo(new Stand.First());
    }

    @Test
    void an_answer_may_be_empty() {
        Answer nothing = new Answer(204, Map.of(), Optional.empty());
        answers().begin(ASKING, DAY);
        answers().keep(ASKING.request(), nothing);

        assertThat(answers().begin(ASKING, DAY)).isEqualTo(new Stand.Answered(nothing));
    }

    @Test
    void with_another_body_there_is_no_answer() {
        answers().begin(ASKING, DAY);
        answers().keep(ASKING.request(), CREATED);

        assertThat(answers().begin(new Asking(ASKING.request(), "another", NOON), DAY))
                .isEqualTo(new Stand.Begun());
    }

    @Test
    void what_was_forgotten_or_is_too_old_begins_anew() {
        answers().begin(ASKING, DAY);
        answers().forget(ASKING.request());
        assertThat(answers().begin(ASKING, DAY)).isEqualTo(new Stand.First());

        answers().keep(ASKING.request(), CREATED);
        Asking justBefore = new Asking(ASKING.request(), "body", NOON.plus(DAY).minusSeconds(1));
        Asking later = new Asking(ASKING.request(), "body", NOON.plus(DAY));
        assertThat(answers().begin(justBefore, DAY)).isEqualTo(new Stand.Answered(CREATED));
        assertThat(answers().begin(later, DAY)).isEqualTo(new Stand.First());
    }
}
