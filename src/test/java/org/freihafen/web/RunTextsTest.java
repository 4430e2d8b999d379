package org.freihafen.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.access.Actor;
import org.freihafen.access.Duty;
import org.freihafen.access.DutyHeld;
import org.freihafen.accounts.Account;
import org.freihafen.governance.Harbour;
import org.freihafen.ids.PersonId;
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
        String created = "+ person " + harbour.ada;

        assertThat(read(harbour.dan, created)).isEqualTo(created);
        assertThat(read(harbour.max, created)).isEqualTo(created);
        assertThat(read(harbour.lea, created)).isEqualTo(created + " (ada)");
        assertThat(read(harbour.lea, "~ person " + harbour.bo + " (suspended)"))
                .isEqualTo("~ person " + harbour.bo + " (bo) (suspended)");
    }

    @Test
    void what_names_nobody_of_ours_stays_as_it_is() {
        give(harbour.lea, Duty.MEMBER_OFFICE);
        PersonId nobody = harbour.ids.person();
        harbour.accounts.saveStates(
                List.of(harbour.accounts.byId(harbour.bo).orElseThrow().in(Account.State.ERASED)));

        for (String text : List.of("+ AG Umwelt", "- person " + nobody, "- person " + harbour.bo)) {
            assertThat(read(harbour.lea, text)).isEqualTo(text);
        }
    }

    private void give(PersonId person, Duty duty) {
        harbour.duties.give(new DutyHeld(person, duty, harbour.federation.id(), Optional.empty()));
    }

    private String read(PersonId by, String text) {
        RunLine line = new RunLine(1, text, Result.APPLIED, Optional.empty());
        return texts.of(Actor.of(by), List.of(line)).getFirst().text();
    }
}
