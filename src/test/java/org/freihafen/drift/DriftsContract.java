package org.freihafen.drift;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.drift.Drift.Answer;
import org.freihafen.drift.Drift.Choice;
import org.freihafen.drift.Drifts.Pending;
import org.freihafen.drift.Found.Law;
import org.freihafen.drift.Found.Place;
import org.freihafen.drift.Found.Terms;
import org.freihafen.drift.Found.What;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.ids.FolderId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.RunId;
import org.freihafen.ids.UnitId;
import org.freihafen.shares.Grantee;
import org.freihafen.shares.Permission;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What every keeper of what was found promises. */
public abstract class DriftsContract {
    private static final Instant NOW = Instant.parse("2026-10-01T12:00:00.123456Z");
    private static final Place MINUTES =
            new Place(
                    Optional.of(new FolderId(new UUID(3, 3))),
                    "Protokolle",
                    Optional.of("Alte Protokolle"));

    protected abstract Drifts drifts();

    protected abstract PersonId somebody();

    protected abstract UnitId someUnit();

    static Drift drift(int number, UnitId unit, Law law, Optional<Grantee> to) {
        Found found =
                new Found(
                        "working",
                        unit,
                        What.CHANGED,
                        "share:" + number,
                        MINUTES,
                        to,
                        to.isPresent() ? "" : "IT",
                        Optional.of(new PersonId(new UUID(4, 4))),
                        Optional.of(new Terms(Set.of(Permission.READ), Optional.empty())),
                        Optional.of(
                                new Terms(
                                        Set.of(Permission.READ, Permission.EDIT),
                                        Optional.of(LocalDate.of(2027, 1, 1)))),
                        law);
        return new Drift(
                new UUID(1, number),
                found,
                NOW.plusSeconds(number),
                new RunId(new UUID(2, 2)),
                NOW.plusSeconds(number),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void what_was_found_comes_back_as_it_was_whoever_got_access() {
        UnitId unit = someUnit();
        List<Optional<Grantee>> everybody =
                List.of(
                        Optional.of(new Grantee.ToGroup(new GroupId(unit, Part.LEADS))),
                        Optional.of(new Grantee.ToPerson(new PersonId(new UUID(4, 5)))),
                        Optional.of(new Grantee.ToLink(true)),
                        Optional.of(new Grantee.ToMail("presse@example.org", false)),
                        Optional.of(new Grantee.ToFederated("anna@cloud.example.org")),
                        Optional.empty());
        int number = 0;
        for (Optional<Grantee> to : everybody) {
            Drift drift = drift(++number, unit, Law.PUT_BACK, to);
            drifts().add(drift);
            assertThat(drifts().byId(drift.id())).contains(drift);
        }

        assertThat(drifts().in(Set.of(unit)))
                .extracting(Drift::id)
                .containsExactly(
                        new UUID(1, 6),
                        new UUID(1, 5),
                        new UUID(1, 4),
                        new UUID(1, 3),
                        new UUID(1, 2),
                        new UUID(1, 1));
        assertThat(drifts().in(Set.of(someUnit()))).isEmpty();
        assertThat(drifts().of("working", "share:2"))
                .extracting(Drift::id)
                .containsExactly(new UUID(1, 2));
        assertThat(drifts().of("board", "share:2")).isEmpty();
    }

    @Test
    void somebodys_word_is_kept_and_it_is_open_no_more() {
        Drift first = drift(1, someUnit(), Law.PUT_BACK, Optional.empty());
        Drift second = drift(2, someUnit(), Law.PUT_BACK, Optional.empty());
        drifts().add(first);
        drifts().add(second);

        Drift answered =
                first.done(NOW.plusSeconds(60))
                        .answered(new Answer(Choice.ADOPT, somebody(), NOW.plusSeconds(90)));
        drifts().save(answered);

        assertThat(drifts().byId(first.id())).contains(answered);
        assertThat(drifts().open()).containsExactly(second);
    }

    @Test
    void runs_are_told_what_is_to_be_put_back_and_what_somebody_wants_ended() {
        Drift putBack = drift(1, someUnit(), Law.PUT_BACK, Optional.empty());
        Drift done = drift(2, someUnit(), Law.PUT_BACK, Optional.empty()).done(NOW);
        Drift left = drift(3, someUnit(), Law.LEFT, Optional.empty());
        Drift ordered = drift(4, someUnit(), Law.LEFT, Optional.empty());
        Drift kept = drift(5, someUnit(), Law.LEFT, Optional.empty());
        Drift followed = drift(6, someUnit(), Law.FOLLOWED, Optional.empty());
        List.of(putBack, done, left, ordered, kept, followed).forEach(drifts()::add);
        drifts().save(ordered.answered(new Answer(Choice.REPAIR, somebody(), NOW)));
        drifts().save(kept.answered(new Answer(Choice.ADOPT, somebody(), NOW)));

        drifts().save(left.done(NOW));
        assertThat(drifts().open())
                .extracting(Drift::id)
                .containsExactly(followed.id(), done.id(), putBack.id());
        assertThat(drifts().pending())
                .containsExactlyInAnyOrder(
                        new Pending("working", "share:1", false),
                        new Pending("working", "share:4", true));
    }
}
