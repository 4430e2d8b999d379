package org.freihafen.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.freihafen.governance.Invitation.Answer;
import org.freihafen.ids.InvitationId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What every {@link Invitations} keeps. */
public abstract class InvitationsContract {
    private static final Instant NOW = Instant.parse("2026-03-01T10:15:30.123456Z");
    private static final Instant LATER = NOW.plus(Duration.ofDays(30));

    protected abstract Invitations invitations();

    /** Somebody who is there, each time another. */
    protected abstract PersonId somebody();

    /** A unit that is there, each time another. */
    protected abstract UnitId someUnit();

    private static Invitation invitation(
            int n, UnitId into, String to, PersonId by, Instant made, PersonId... guests) {
        return new Invitation(
                new InvitationId(new UUID(7, n)),
                into,
                to,
                by,
                made,
                LATER,
                false,
                Arrays.stream(guests)
                        .collect(Collectors.toMap(Function.identity(), _ -> Answer.OPEN)));
    }

    @Test
    void an_invitation_is_open_until_it_is_answered_or_expires() {
        Invitations invitations = invitations();
        PersonId rosa = somebody();
        UnitId unit = someUnit();
        Invitation made = invitation(1, unit, "rosa", somebody(), NOW, rosa);
        invitations.add(made);
        assertThat(invitations.byId(made.id())).contains(made);
        assertThat(invitations.openTo(rosa, NOW)).containsExactly(made);
        assertThat(invitations.openTo(somebody(), NOW)).isEmpty();
        assertThat(invitations.listedInto(unit, NOW)).containsExactly(made);
        assertThat(invitations.listedInto(someUnit(), NOW)).isEmpty();
        assertThat(invitations.openTo(rosa, LATER)).isEmpty();
        assertThat(invitations.listedInto(unit, LATER)).isEmpty();
        invitations.answer(made.id(), rosa, Answer.ACCEPTED);
        assertThat(invitations.openTo(rosa, NOW)).isEmpty();
        assertThat(invitations.listedInto(unit, NOW)).isEmpty();
        assertThat(invitations.byId(made.id()).orElseThrow().guests())
                .containsExactly(Map.entry(rosa, Answer.ACCEPTED));
    }

    @Test
    void everybody_whom_the_address_fits_answers_for_themselves() {
        Invitations invitations = invitations();
        PersonId rosa = somebody();
        PersonId karl = somebody();
        UnitId unit = someUnit();
        Invitation made = invitation(1, unit, "paar@x.org", somebody(), NOW, rosa, karl);
        invitations.add(made);
        invitations.answer(made.id(), rosa, Answer.DECLINED);
        assertThat(invitations.openTo(rosa, NOW)).isEmpty();
        assertThat(invitations.openTo(karl, NOW))
                .singleElement()
                .satisfies(open ->
                        assertThat(open.guests())
                                .containsOnly(
                                        Map.entry(rosa, Answer.DECLINED),
                                        Map.entry(karl, Answer.OPEN)));
    }

    @Test
    void a_declined_invitation_stays_listed_like_one_that_fits_nobody() {
        Invitations invitations = invitations();
        PersonId rosa = somebody();
        UnitId unit = someUnit();
        Invitation declined = invitation(1, unit, "rosa", somebody(), NOW, rosa);
        Invitation nobodys = invitation(2, unit, "rosi", somebody(), NOW);
        invitations.add(declined);
        invitations.add(nobodys);
        invitations.answer(declined.id(), rosa, Answer.DECLINED);
        assertThat(invitations.listedInto(unit, NOW))
                .extracting(Invitation::id)
                .containsExactly(declined.id(), nobodys.id());
        assertThat(invitations.openTo(rosa, NOW)).isEmpty();
        assertThat(invitations.listedInto(unit, LATER)).isEmpty();
    }

    @Test
    void a_withdrawn_invitation_is_open_to_nobody_and_not_listed() {
        Invitations invitations = invitations();
        PersonId rosa = somebody();
        UnitId unit = someUnit();
        Invitation made = invitation(1, unit, "rosa", somebody(), NOW, rosa);
        invitations.add(made);
        invitations.withdraw(made.id());
        assertThat(invitations.openTo(rosa, NOW)).isEmpty();
        assertThat(invitations.listedInto(unit, NOW)).isEmpty();
        assertThat(invitations.byId(made.id()).orElseThrow().withdrawn()).isTrue();
    }

    @Test
    void the_oldest_come_first() {
        Invitations invitations = invitations();
        UnitId unit = someUnit();
        PersonId rosa = somebody();
        Invitation older = invitation(2, unit, "x@example.org", somebody(), NOW, rosa);
        Invitation newer =
                invitation(1, unit, "4711", somebody(), NOW.plus(Duration.ofMinutes(1)), rosa);
        invitations.add(newer);
        invitations.add(older);
        assertThat(invitations.listedInto(unit, NOW)).containsExactly(older, newer);
        assertThat(invitations.openTo(rosa, NOW)).containsExactly(older, newer);
    }

    @Test
    void each_request_counts_once_whomever_it_fits() {
        Invitations invitations = invitations();
        PersonId lead = somebody();
        UnitId unit = someUnit();
        Instant yesterday = NOW.minus(Duration.ofDays(1));
        invitations.add(invitation(1, unit, "paar@x.org", lead, NOW, somebody(), somebody()));
        invitations.add(invitation(2, unit, "paar@x.org", lead, NOW, somebody(), somebody()));
        invitations.add(invitation(3, unit, "y", lead, NOW));
        invitations.add(invitation(4, unit, "z", somebody(), NOW));
        invitations.add(invitation(5, unit, "w", lead, yesterday));
        assertThat(invitations.madeBy(lead, NOW)).isEqualTo(3);
        assertThat(invitations.madeBy(lead, yesterday)).isEqualTo(4);
        assertThat(invitations.madeBy(somebody(), yesterday)).isZero();
    }

    @Test
    void what_was_never_made_can_be_neither_answered_nor_withdrawn() {
        Invitation made = invitation(1, someUnit(), "rosa", somebody(), NOW);
        PersonId rosa = somebody();
        assertThatThrownBy(() -> invitations().withdraw(made.id()))
                .isInstanceOf(IllegalStateException.class);
        invitations().add(made);
        assertThatThrownBy(() -> invitations().answer(made.id(), rosa, Answer.ACCEPTED))
                .isInstanceOf(IllegalStateException.class);
    }
}
