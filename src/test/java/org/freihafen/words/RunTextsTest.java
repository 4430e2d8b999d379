package org.freihafen.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.access.Actor;
import org.freihafen.access.Duty;
import org.freihafen.access.DutyHeld;
import org.freihafen.accounts.Account;
import org.freihafen.governance.Harbour;
import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.Saying;
import org.freihafen.runs.RunLine;
import org.freihafen.runs.RunLine.Result;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class RunTextsTest {
    private final Harbour harbour = new Harbour();
    private final RunTexts texts = new RunTexts(harbour.access, harbour.accounts);

    @Test
    void names_stand_beside_ids_only_for_who_may_see_everybody() {
        give(harbour.dan, Duty.ADMINISTRATOR);
        give(harbour.max, Duty.AUDITOR);
        give(harbour.lea, Duty.MEMBER_OFFICE);
        Saying made = Saying.of("account.make", harbour.ada);

        assertThat(read(harbour.dan, made)).isEqualTo("Make account " + harbour.ada);
        assertThat(read(harbour.max, made)).isEqualTo("Make account " + harbour.ada);
        assertThat(read(harbour.lea, made)).isEqualTo("Make account " + harbour.ada + " (ada)");
        assertThat(
                        read(
                                harbour.lea,
                                Saying.of("account.change", harbour.bo)
                                        .with(Saying.of("suspended"))))
                .isEqualTo("Change account " + harbour.bo + " (bo) (suspended)");
    }

    @Test
    void what_names_nobody_of_ours_stays_as_it_is() {
        give(harbour.lea, Duty.MEMBER_OFFICE);
        PersonId nobody = harbour.ids.person();
        harbour.accounts.saveStates(
                List.of(harbour.accounts.byId(harbour.bo).orElseThrow().in(Account.State.ERASED)));

        for (Saying text :
                List.of(
                        Saying.of("group.make", "AG Umwelt"),
                        Saying.of("account.remove", nobody),
                        Saying.of("account.remove", harbour.bo))) {
            assertThat(read(harbour.lea, text)).isEqualTo(text.toString());
        }
    }

    private void give(PersonId person, Duty duty) {
        harbour.duties.give(new DutyHeld(person, duty, harbour.federation.id(), Optional.empty()));
    }

    private String read(PersonId by, Saying text) {
        RunLine line = new RunLine(1, text, Result.APPLIED, Optional.empty());
        return texts.of(Actor.of(by), List.of(line)).getFirst().text().toString();
    }
}
