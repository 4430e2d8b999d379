package org.freihafen.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.access.Actor;
import org.freihafen.audit.Trail.Question;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** What every {@link Trail} keeps. */
public abstract class TrailContract {
    private static final PersonId ROSA = new PersonId(new UUID(7, 1));
    private static final PersonId KARL = new PersonId(new UUID(7, 2));
    private static final UnitId UNIT = new UnitId(new UUID(7, 3));

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-03-01T10:15:30.123456789Z"));

    protected abstract Trail trail(InstantSource clock);

    private Trail trail() {
        return trail(now::get);
    }

    @Test
    void a_line_says_who_did_what_when_and_why() {
        Trail trail = trail();
        AuditEntry given =
                AuditEntry.of(Actor.of(ROSA), "grant.given", UNIT, new UUID(1, 2), new UUID(1, 1))
                        .because("Klausur – gemeinsam vorbereiten");
        AuditEntry bare = AuditEntry.of(new Actor.Host(), "trail.verified");
        trail.append(given);
        trail.append(bare);
        Instant at = Instant.parse("2026-03-01T10:15:30.123456Z");
        assertThat(trail.lines(Question.everything(), 0, 10))
                .containsExactly(new AuditLine(1, at, given), new AuditLine(2, at, bare));
        assertThat(trail.firstBroken()).isEmpty();
    }

    @Test
    void lines_come_page_by_page() {
        Trail trail = trail();
        for (int n = 0; n < 5; n++) {
            trail.append(AuditEntry.of(Actor.of(ROSA), "step." + n));
        }
        assertThat(trail.lines(Question.everything(), 0, 2))
                .extracting(AuditLine::number)
                .containsExactly(1L, 2L);
        assertThat(trail.lines(Question.everything(), 2, 10))
                .extracting(AuditLine::number)
                .containsExactly(3L, 4L, 5L);
        assertThat(trail.lines(Question.everything(), 5, 10)).isEmpty();
    }

    @Test
    void the_latest_lines_come_first_page_by_page() {
        Trail trail = trail();
        for (int n = 0; n < 5; n++) {
            trail.append(AuditEntry.of(Actor.of(n == 1 ? KARL : ROSA), "step." + n));
        }
        assertThat(trail.latest(Question.everything(), Long.MAX_VALUE, 2))
                .extracting(AuditLine::number)
                .containsExactly(5L, 4L);
        assertThat(
                        trail.latest(
                                new Question(Optional.empty(), Optional.of(ROSA), Optional.empty()),
                                4,
                                10))
                .extracting(AuditLine::number)
                .containsExactly(3L, 1L);
    }

    @Test
    void a_question_narrows_to_a_unit_a_person_and_a_time() {
        Trail trail = trail();
        trail.append(AuditEntry.of(Actor.of(ROSA), "by.rosa", UNIT));
        trail.append(AuditEntry.of(Actor.of(KARL), "about.rosa", ROSA.value()));
        now.set(Instant.parse("2026-04-01T00:00:00Z"));
        trail.append(AuditEntry.of(Actor.of(KARL), "by.karl", UNIT, KARL.value()));
        assertThat(asked(trail, Optional.of(UNIT), Optional.empty(), Optional.empty()))
                .containsExactly("by.rosa", "by.karl");
        assertThat(asked(trail, Optional.empty(), Optional.of(ROSA), Optional.empty()))
                .containsExactly("by.rosa", "about.rosa");
        assertThat(asked(trail, Optional.of(UNIT), Optional.of(ROSA), Optional.empty()))
                .containsExactly("by.rosa");
        assertThat(asked(trail, Optional.empty(), Optional.empty(), Optional.of(now.get())))
                .containsExactly("by.karl");
    }

    @Test
    void it_counts_how_often_somebody_did_something_lately() {
        Trail trail = trail();
        trail.append(AuditEntry.of(Actor.of(ROSA), "unit.founded", UNIT));
        now.set(Instant.parse("2026-04-01T00:00:00Z"));
        trail.append(AuditEntry.of(Actor.of(ROSA), "unit.founded", UNIT));
        trail.append(AuditEntry.of(Actor.of(ROSA), "unit.renamed", UNIT));
        trail.append(AuditEntry.of(Actor.of(KARL), "unit.founded", UNIT, ROSA.value()));
        assertThat(trail.timesDone(ROSA, "unit.founded", now.get())).isEqualTo(1);
        assertThat(trail.timesDone(ROSA, "unit.founded", Instant.EPOCH)).isEqualTo(2);
        assertThat(trail.timesDone(ROSA, "unit.ended", Instant.EPOCH)).isZero();
    }

    private static List<String> asked(
            Trail trail, Optional<UnitId> unit, Optional<PersonId> person, Optional<Instant> from) {
        return trail.lines(new Question(unit, person, from), 0, 10).stream()
                .map(line -> line.entry().what())
                .toList();
    }
}
