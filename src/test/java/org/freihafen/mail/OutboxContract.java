package org.freihafen.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.mail.Addressee.Desk;
import org.freihafen.mail.Posted.Stage;
import org.freihafen.mail.Posted.Trouble;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** What every {@link Outbox} keeps. */
public abstract class OutboxContract {
    private static final Instant NOW = Instant.parse("2026-03-01T10:15:30.123456Z");
    private static final Set<Stage> ALL = EnumSet.allOf(Stage.class);

    private final Ids ids = new Ids(InstantSource.fixed(NOW), new Random(3));

    protected abstract Outbox outbox();

    /** Somebody who is there, each time another. */
    protected abstract PersonId somebody();

    private Posted posted(Addressee to, String... facts) {
        Letter letter =
                new Letter(
                        ids.next(), to, Template.TRIAL, List.of(facts), Optional.of(Locale.GERMAN));
        return Posted.fresh(letter, NOW);
    }

    @Test
    void letters_come_back_as_they_were_put_down() {
        Outbox outbox = outbox();
        Posted rosa = posted(new Addressee.ToPerson(somebody()), "AG Umwelt", "", "Ö");
        Posted karl = posted(new Addressee.ToAddress(somebody(), "karl@example.org"));
        Posted desk = posted(new Addressee.ToDesk(Desk.MEMBER_OFFICE), "5");
        outbox.add(List.of(rosa, karl, desk));
        assertThat(outbox.byId(rosa.letter().id())).contains(rosa);
        assertThat(outbox.byId(ids.next())).isEmpty();
        assertThat(outbox.latest(ALL, Optional.empty(), 10)).containsExactly(desk, karl, rosa);
    }

    @Test
    void the_latest_come_first_page_by_page_and_narrowed_to_stages() {
        Outbox outbox = outbox();
        PersonId rosa = somebody();
        List<Posted> three =
                List.of(
                        posted(new Addressee.ToPerson(rosa)),
                        posted(new Addressee.ToPerson(rosa)),
                        posted(new Addressee.ToPerson(rosa)));
        outbox.add(three);
        outbox.save(three.get(1).sending().failed(Trouble.REFUSED));
        assertThat(outbox.latest(ALL, Optional.of(three.get(2).letter().id()), 1))
                .containsExactly(three.get(1).sending().failed(Trouble.REFUSED));
        assertThat(outbox.latest(Set.of(Stage.WAITING), Optional.empty(), 10))
                .containsExactly(three.get(2), three.get(0));
        assertThat(outbox.latest(Set.of(Stage.SENT), Optional.empty(), 10)).isEmpty();
    }

    @Test
    void what_waits_is_due_once_its_time_has_come_the_longest_waiting_first() {
        Outbox outbox = outbox();
        Addressee desk = new Addressee.ToDesk(Desk.ADMINISTRATORS);
        Posted first = posted(desk);
        Posted second = posted(desk);
        Posted sent = posted(desk).sending().sent();
        Posted later = posted(desk);
        outbox.add(List.of(later, sent, second, first));
        Posted put = later.sending().waiting(Trouble.PUT_OFF, NOW.plus(Duration.ofHours(1)));
        outbox.save(put);
        assertThat(outbox.due(NOW, 10)).containsExactly(first, second);
        assertThat(outbox.due(NOW, 1)).containsExactly(first);
        assertThat(outbox.due(NOW.minusMillis(1), 10)).isEmpty();
        assertThat(outbox.due(put.next(), 10)).containsExactly(first, second, put);
    }

    @Test
    void what_was_being_handed_over_is_known_after_a_crash() {
        Outbox outbox = outbox();
        Posted letter = posted(new Addressee.ToPerson(somebody()));
        outbox.add(List.of(letter));
        assertThat(outbox.cutOff()).isEmpty();
        outbox.save(letter.sending());
        assertThat(outbox.due(NOW, 10)).isEmpty();
        assertThat(outbox.cutOff()).containsExactly(letter.sending());
        outbox.save(letter.sending().cutOff(NOW));
        assertThat(outbox.due(NOW, 10)).containsExactly(letter.sending().cutOff(NOW));
    }

    @Test
    void letters_to_somebody_can_be_erased_and_what_is_not_there_cannot_be_saved() {
        Outbox outbox = outbox();
        PersonId rosa = somebody();
        Posted plain = posted(new Addressee.ToPerson(rosa), "fact");
        Posted exact = posted(new Addressee.ToAddress(rosa, "rosa@example.org"), "fact");
        Posted desk = posted(new Addressee.ToDesk(Desk.MEMBER_OFFICE), "fact");
        outbox.add(List.of(plain, exact, desk));
        outbox.erase(rosa);
        assertThat(outbox.latest(ALL, Optional.empty(), 10)).containsExactly(desk);
        assertThatThrownBy(() -> outbox.save(plain)).isInstanceOf(IllegalStateException.class);
    }
}
