package org.freihafen.requests;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.requests.ChangeRequest.Kind;
import org.freihafen.requests.ChangeRequest.Outcome;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What every {@link ChangeRequests} keeps. */
public abstract class ChangeRequestsContract {
    private static final Instant NOW = Instant.parse("2026-03-01T10:15:30.123456Z");

    protected abstract ChangeRequests requests();

    protected abstract PersonId somebody();

    protected abstract UnitId someUnit();

    private static ChangeRequest request(int number, PersonId by, UnitId unit) {
        return new ChangeRequest(
                new UUID(4, number),
                unit,
                by,
                new MemberNumber("100" + number),
                Kind.ADDRESS,
                "Hafenstraße 1",
                NOW.plusSeconds(number),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void open_ones_come_oldest_first_and_somebodys_newest_first() {
        PersonId rosa = somebody();
        UnitId unit = someUnit();
        ChangeRequest first = request(1, rosa, unit);
        ChangeRequest second = request(2, rosa, unit);
        requests().add(second);
        requests().add(first);

        assertThat(requests().open()).containsExactly(first, second);
        assertThat(requests().askedBy(rosa)).containsExactly(second, first);
    }

    @Test
    void where_it_stands_is_kept() {
        ChangeRequest exported = request(1, somebody(), someUnit()).exported(NOW);
        ChangeRequest asked = request(2, somebody(), someUnit());
        requests().add(exported);
        requests().add(asked);

        ChangeRequest ended = asked.ended(new Outcome(false, somebody(), NOW, "unbekannt"));
        requests().save(List.of(ended));

        assertThat(requests().byId(exported.id())).contains(exported);
        assertThat(requests().byId(ended.id())).contains(ended);
        assertThat(requests().lock(ended.id())).contains(ended);
        assertThat(requests().open()).containsExactly(exported);
        assertThat(ended.stage()).isEqualTo(ChangeRequest.Stage.REFUSED);
    }
}
