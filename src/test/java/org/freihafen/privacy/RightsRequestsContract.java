package org.freihafen.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.ids.PersonId;
import org.freihafen.privacy.RightsRequest.Right;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** What every {@link RightsRequests} keeps. */
public abstract class RightsRequestsContract {
    private static final Instant NOW = Instant.parse("2026-03-01T10:15:30.123456Z");

    protected abstract RightsRequests requests();

    /** Somebody who is there, each time another. */
    protected abstract PersonId somebody();

    private static RightsRequest request(int number, PersonId person) {
        return new RightsRequest(
                new UUID(2, number),
                person,
                Right.CORRECTION,
                "Ich heiße Weiß.",
                NOW.plusSeconds(number),
                LocalDate.of(2026, 4, 10 - number),
                Optional.empty());
    }

    @Test
    void somebodys_come_newest_first_and_open_ones_most_urgent_first() {
        PersonId rosa = somebody();
        PersonId emil = somebody();
        requests().add(request(1, rosa));
        requests().add(request(2, rosa));
        requests().add(request(3, emil));

        assertThat(requests().of(rosa)).containsExactly(request(2, rosa), request(1, rosa));
        assertThat(requests().open())
                .containsExactly(request(3, emil), request(2, rosa), request(1, rosa));
    }

    @Test
    void an_answer_is_kept_and_closes_it() {
        PersonId rosa = somebody();
        requests().add(request(1, rosa));
        RightsRequest answered =
                request(1, rosa).answered(new Answered(false, somebody(), NOW, "steht im Ausweis"));

        requests().save(answered);

        assertThat(requests().byId(answered.id())).contains(answered);
        assertThat(requests().lock(answered.id())).contains(answered);
        assertThat(requests().open()).isEmpty();
    }
}
