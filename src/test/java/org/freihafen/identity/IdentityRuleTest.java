package org.freihafen.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.ids.UnitId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.membership.Status;
import org.freihafen.reconcile.State;
import org.freihafen.roster.RosterEntry;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

class IdentityRuleTest {
    private static final UnitId HARBOUR = new UnitId(new UUID(0, 1));
    private static final int NEW_YEAR = 20_454;

    private static RosterEntry line(String number, String given) {
        return new RosterEntry(
                new MemberNumber(number),
                given,
                "Kai",
                "",
                Optional.of(HARBOUR),
                NEW_YEAR,
                RosterEntry.NO_DAY,
                0,
                0,
                Status.MEMBER);
    }

    private static State<MemberNumber, RosterEntry> lines(RosterEntry... lines) {
        return State.of(Arrays.asList(lines), RosterEntry::number);
    }

    @Test
    void somebody_listed_twice_is_found_among_others_who_joined_there_on_that_day() {
        List<Question> questions =
                IdentityRule.questions(
                        lines(line("09", "Zoe")),
                        Map.of(),
                        Map.of(),
                        lines(
                                line("09", "Zoe"),
                                line("10", "Anna"),
                                line("11", "Bert"),
                                line("12", "BERT")));

        assertThat(questions)
                .containsExactly(
                        new Question(
                                Question.Kind.TWICE,
                                new MemberNumber("12"),
                                Optional.of(new MemberNumber("11")),
                                Question.Reply.SAME));
    }
}
