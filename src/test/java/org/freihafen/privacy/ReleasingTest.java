package org.freihafen.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.freihafen.privacy.DataOffice.as;
import static org.freihafen.privacy.DataOffice.done;
import static org.freihafen.privacy.DataOffice.rule;

import org.freihafen.access.Denied;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.structure.Unit;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.UUID;

class ReleasingTest {
    private final DataOffice data = new DataOffice();
    private final Releasing releasing = data.releasing();
    private final Unit saxony = data.harbour.saxony;

    private UUID asked(String number) {
        return done(releasing.ask(as(data.board), saxony.id(), new MemberNumber(number), "Ehrung"))
                .id();
    }

    @Test
    void whoever_speaks_for_the_branch_asks_and_nobody_else() {
        asked("103");

        for (PersonId other : data.harbour.everybody()) {
            if (!other.equals(data.board)) {
                assertThatThrownBy(() ->
                                releasing.ask(
                                        as(other), saxony.id(), new MemberNumber("1"), "Neugier"))
                        .isInstanceOf(Denied.class);
            }
        }
    }

    @Test
    void asking_looks_the_same_whether_there_is_such_a_member_or_not() {
        Release there = data.releases.byId(asked("103")).orElseThrow();
        Release nobody = data.releases.byId(asked("999999")).orElseThrow();

        assertThat(there.person()).isEmpty();
        assertThat(nobody.person()).isEmpty();
    }

    @Test
    void a_purpose_is_needed() {
        assertThat(rule(releasing.ask(as(data.board), saxony.id(), new MemberNumber("1"), " ")))
                .isEqualTo(Rule.REASON_NEEDED);
    }

    @Test
    void granted_data_are_read_by_whoever_asked_until_they_end() {
        UUID id = asked("103");
        assertThat(rule(releasing.read(as(data.board), id))).isEqualTo(Rule.NOT_FOUND);

        Release granted = done(releasing.grant(as(data.office), id, 3));

        assertThat(done(releasing.read(as(data.board), id)).id()).isEqualTo(data.harbour.ada);
        assertThat(rule(releasing.read(as(data.office), id))).isEqualTo(Rule.NOT_FOUND);
        assertThat(granted.until()).contains(data.harbour.clock.instant().plus(Duration.ofDays(3)));
        assertThat(granted.readable(data.board, granted.until().orElseThrow())).isFalse();
    }

    @Test
    void it_is_short() {
        UUID id = asked("103");

        assertThat(rule(releasing.grant(as(data.office), id, 15))).isEqualTo(Rule.RELEASE_TOO_LONG);
        assertThat(rule(releasing.grant(as(data.office), id, 0))).isEqualTo(Rule.RELEASE_TOO_LONG);
    }

    @Test
    void nobody_of_another_branch_is_released() {
        assertThat(rule(releasing.grant(as(data.office), asked("999999"), 3)))
                .isEqualTo(Rule.NOT_IN_BRANCH);
    }

    @Test
    void only_the_member_office_decides_and_once() {
        UUID id = asked("103");

        assertThat(rule(releasing.grant(as(data.board), id, 3))).isEqualTo(Rule.NOT_FOUND);
        assertThat(rule(releasing.refuse(as(data.office), id, " "))).isEqualTo(Rule.REASON_NEEDED);
        done(releasing.refuse(as(data.office), id, "kein Zweck"));
        assertThat(rule(releasing.grant(as(data.office), id, 3))).isEqualTo(Rule.ANSWERED_ALREADY);
        assertThat(releasing.open(as(data.office))).isEmpty();
        assertThat(releasing.own(data.board)).hasSize(1);
    }
}
