package org.freihafen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.freihafen.access.Actor;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.AuditLine;
import org.freihafen.audit.Trail;
import org.freihafen.audit.Trail.Question;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** That the trail in a database is one chain, whoever writes to it and whoever meddles with it. */
abstract class TrailChainContract {
    private static final PersonId ROSA = new PersonId(new UUID(7, 1));
    private static final UnitId UNIT = new UnitId(new UUID(7, 3));

    abstract Jdbi jdbi();

    private Trail trail() {
        return new JdbiTrail(jdbi(), InstantSource.system());
    }

    private void append(int lines) {
        Trail trail = trail();
        for (int n = 1; n <= lines; n++) {
            trail.append(
                    AuditEntry.of(Actor.of(ROSA), "grant.given", UNIT, new UUID(8, n))
                            .because("Grund " + n));
        }
    }

    @Test
    void many_who_append_at_once_stand_one_after_the_other() throws Exception {
        int threads = 6;
        int each = 25;
        List<Future<?>> working = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            for (int thread = 0; thread < threads; thread++) {
                working.add(
                        executor.submit(() -> {
                            for (int n = 0; n < each; n++) {
                                jdbi().useTransaction(_ -> append(2));
                            }
                        }));
            }
        }
        for (Future<?> work : working) {
            assertNothingWasThrown(work);
        }
        int all = threads * each * 2;
        assertThat(trail().lines(Question.everything(), 0, all + 1))
                .extracting(AuditLine::number)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, all).boxed().toList());
        assertThat(trail().firstBroken()).isEmpty();
    }

    private static void assertNothingWasThrown(Future<?> work) throws InterruptedException {
        try {
            work.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    @Test
    void what_a_use_case_did_not_finish_leaves_no_line_and_no_gap() {
        append(1);
        assertThatThrownBy(() ->
                        jdbi().useTransaction(_ -> {
                            append(3);
                            throw new IllegalStateException("given up");
                        }))
                .hasMessage("given up");
        append(1);
        assertThat(trail().lines(Question.everything(), 0, 10))
                .extracting(AuditLine::number)
                .containsExactly(1L, 2L);
        assertThat(trail().firstBroken()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_line set what = 'grant.ended' where number = 3",
                "update audit_line set actor = null where number = 3",
                "update audit_line set unit = null where number = 3",
                "update audit_line set at = timestamp with time zone '2020-01-01 00:00:00+00:00'"
                        + " where number = 3",
                "update audit_line set hash = previous where number = 3",
                "update audit_line set reason_digest = null where number = 3",
                "update audit_subject set subject = '00000000-0000-0008-0000-000000000009'"
                        + " where number = 3",
                "delete from audit_subject where number = 3",
                "update audit_text set reason = 'ein anderer Grund' where number = 3",
                "update audit_line set number = 30 where number = 3",
            })
    void what_was_meddled_with_is_found(String meddling) {
        append(5);
        assertThat(trail().firstBroken()).isEmpty();
        jdbi().useHandle(handle -> {
            if (meddling.contains("number = 30")) {
                handle.execute("delete from audit_text where number = 3");
                handle.execute("delete from audit_subject where number = 3");
            }
            handle.execute(meddling);
        });
        assertThat(trail().firstBroken()).contains(3L);
    }

    @Test
    void lines_cut_off_at_the_end_are_missed() {
        append(5);
        jdbi().useHandle(handle -> {
            handle.execute("delete from audit_text where number > 3");
            handle.execute("delete from audit_subject where number > 3");
            handle.execute("delete from audit_line where number > 3");
        });
        assertThat(trail().firstBroken()).contains(4L);
    }

    @Test
    void erasing_reasons_leaves_the_chain_whole() {
        append(5);
        jdbi().useHandle(handle -> handle.execute("delete from audit_text where number in (2, 5)"));
        assertThat(trail().firstBroken()).isEmpty();
        assertThat(trail().lines(Question.everything(), 0, 10))
                .extracting(line -> line.entry().why().isPresent())
                .containsExactly(true, false, true, true, false);
        append(1);
        assertThat(trail().firstBroken()).isEmpty();
    }
}
