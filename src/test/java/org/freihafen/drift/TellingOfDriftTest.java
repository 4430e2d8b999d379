package org.freihafen.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.freihafen.drift.Drifting.done;
import static org.freihafen.drift.Drifting.found;
import static org.freihafen.drift.Drifting.given;
import static org.freihafen.drift.Drifting.noted;
import static org.freihafen.governance.Harbour.as;

import org.freihafen.drift.Found.Law;
import org.freihafen.drift.Found.Place;
import org.freihafen.drift.Found.What;
import org.freihafen.governance.Harbour;
import org.freihafen.mail.Addressee;
import org.freihafen.mail.Letter;
import org.freihafen.mail.Posted;
import org.freihafen.mail.Template;
import org.freihafen.shares.Grantee;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Leads hear by letter that their word is wanted: of each thing once, and not more than daily. */
class TellingOfDriftTest {
    private final Harbour h = new Harbour();

    private void lookAfter(int hours) {
        TellingOfDrift telling = h.tellingOfDrift(Clock.offset(h.clock, Duration.ofHours(hours)));
        telling.wanted().forEach(telling::tell);
    }

    private List<Letter> letters() {
        return h.outbox.latest(Set.of(Posted.Stage.values()), Optional.empty(), 100).stream()
                .map(Posted::letter)
                .filter(letter -> letter.template() == Template.DRIFT_WAITS)
                .toList();
    }

    private Drift link(String object) {
        return noted(
                h,
                found(h, What.SHARED, Law.LEFT)
                        .in(object)
                        .to(new Grantee.ToLink(false))
                        .is(Drifting.READING));
    }

    @Test
    void whoever_leads_is_told_once_of_all_that_waits_and_what_it_is_stands_in_no_letter() {
        given(h);
        link("personal-share:1");

        lookAfter(0);
        lookAfter(1);
        lookAfter(48);

        assertThat(letters())
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.to()).isEqualTo(new Addressee.ToPerson(h.lea));
                    assertThat(letter.facts()).containsExactly("AG Umwelt");
                });
    }

    @Test
    void what_is_found_later_waits_for_the_next_day_with_all_that_comes_till_then() {
        link("personal-share:1");
        lookAfter(0);
        link("personal-share:2");
        lookAfter(1);
        link("personal-share:3");
        lookAfter(23);
        assertThat(letters()).hasSize(1);

        lookAfter(24);
        lookAfter(72);
        assertThat(letters()).hasSize(2);
    }

    @Test
    void what_goes_on_well_without_a_word_and_what_was_answered_is_told_to_nobody() {
        noted(
                h,
                found(h, What.MOVED, Law.FOLLOWED)
                        .at(new Place(Optional.of(h.ids.folder()), "Neu", Optional.of("Alt"))));
        noted(
                h,
                found(h, What.SHARED, Law.TAKEN_OVER)
                        .to(new Grantee.ToLink(false))
                        .is(Drifting.READING));
        Drift answered = link("personal-share:1");
        done(h.decidingDrift().adopt(as(h.lea), answered.id(), ""));

        lookAfter(0);
        assertThat(h.tellingOfDrift(h.clock).wanted()).isEmpty();
        assertThat(letters()).isEmpty();
    }

    @Test
    void what_was_answered_before_the_look_is_not_told() {
        Drift drift = link("personal-share:1");
        TellingOfDrift telling = h.tellingOfDrift(h.clock);
        assertThat(telling.wanted()).containsExactly(h.umwelt.id());
        done(h.decidingDrift().repair(as(h.lea), drift.id()));

        telling.tell(h.umwelt.id());
        assertThat(letters()).isEmpty();
    }
}
