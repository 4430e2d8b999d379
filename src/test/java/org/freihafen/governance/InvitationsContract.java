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
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
            int n, UnitId into, Optional<PersonId> invited, String to, PersonId by, Instant made) {
        return new Invitation(
                new InvitationId(new UUID(7, n)), into, invited, to, by, made, LATER, Answer.OPEN);
    }

    @Test
    void an_invitation_is_open_until_it_is_answered_or_expires() {
        Invitations invitations = invitations();
        PersonId rosa = somebody();
        UnitId unit = someUnit();
        Invitation made = invitation(1, unit, Optional.of(rosa), "rosa", somebody(), NOW);
        invitations.add(List.of(made));
        assertThat(invitations.byId(made.id())).contains(made);
        assertThat(invitations.openTo(rosa, NOW)).containsExactly(made);
        assertThat(invitations.listedInto(unit, NOW)).containsExactly(made);
        assertThat(invitations.openTo(rosa, LATER)).isEmpty();
        Invitation accepted = made.answered(Answer.ACCEPTED);
        invitations.save(accepted);
        assertThat(invitations.openTo(rosa, NOW)).isEmpty();
        assertThat(invitations.listedInto(unit, NOW)).isEmpty();
        assertThat(invitations.byId(made.id())).contains(accepted);
    }

    @Test
    void a_declined_invitation_stays_listed_like_one_that_fits_nobody() {
        Invitations invitations = invitations();
        PersonId rosa = somebody();
        UnitId unit = someUnit();
        Invitation declined =
                invitation(1, unit, Optional.of(rosa), "rosa", somebody(), NOW)
                        .answered(Answer.DECLINED);
        Invitation withdrawn =
                invitation(2, unit, Optional.of(rosa), "rosa", somebody(), NOW)
                        .answered(Answer.WITHDRAWN);
        invitations.add(List.of(declined, withdrawn));
        assertThat(invitations.listedInto(unit, NOW)).containsExactly(declined);
        assertThat(invitations.openTo(rosa, NOW)).isEmpty();
        assertThat(invitations.listedInto(unit, LATER)).isEmpty();
    }

    @Test
    void an_invitation_to_nobody_we_know_is_kept_just_the_same() {
        Invitations invitations = invitations();
        UnitId unit = someUnit();
        Invitation older = invitation(2, unit, Optional.empty(), "x@example.org", somebody(), NOW);
        Invitation newer =
                invitation(
                        1,
                        unit,
                        Optional.of(somebody()),
                        "4711",
                        somebody(),
                        NOW.plus(Duration.ofMinutes(1)));
        invitations.add(List.of(newer, older));
        assertThat(invitations.listedInto(unit, NOW)).containsExactly(older, newer);
    }

    @Test
    void an_address_with_several_people_counts_once() {
        Invitations invitations = invitations();
        PersonId lead = somebody();
        UnitId unit = someUnit();
        Instant yesterday = NOW.minus(Duration.ofDays(1));
        invitations.add(
                List.of(
                        invitation(1, unit, Optional.of(somebody()), "paar@x.org", lead, NOW),
                        invitation(2, unit, Optional.of(somebody()), "paar@x.org", lead, NOW)));
        invitations.add(List.of(invitation(3, unit, Optional.empty(), "y", lead, NOW)));
        invitations.add(List.of(invitation(4, unit, Optional.empty(), "z", somebody(), NOW)));
        invitations.add(List.of(invitation(5, unit, Optional.empty(), "w", lead, yesterday)));
        assertThat(invitations.madeBy(lead, NOW)).isEqualTo(2);
        assertThat(invitations.madeBy(lead, yesterday)).isEqualTo(3);
        assertThat(invitations.madeBy(somebody(), yesterday)).isZero();
    }

    @Test
    void what_was_never_made_cannot_be_saved() {
        Invitation never = invitation(1, someUnit(), Optional.empty(), "rosa", somebody(), NOW);
        assertThatThrownBy(() -> invitations().save(never))
                .isInstanceOf(IllegalStateException.class);
    }
}
