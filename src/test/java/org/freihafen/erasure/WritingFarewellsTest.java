package org.freihafen.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.ids.PersonId;
import org.freihafen.mail.Template;
import org.freihafen.membership.Status;
import org.freihafen.runs.Run;
import org.freihafen.runs.Run.Phase;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

class WritingFarewellsTest {
    private final Pierhead pier = new Pierhead();
    private final LocalDate left = pier.today;

    private void leave(PersonId... people) {
        for (PersonId person : people) {
            pier.becomes(person, Status.LEFT);
        }
        pier.look();
    }

    private void ran(Phase phase) {
        pier.runs.save(
                Run.waiting(pier.harbour.ids.run(), "ldap", true, false, Instant.EPOCH).in(phase));
    }

    private List<String> days() {
        return pier.post.letters(Template.FAREWELL).stream()
                .map(letter -> letter.facts().getFirst())
                .toList();
    }

    @Test
    void leavers_are_written_to_once_and_so_many_an_hour() {
        leave(pier.harbour.ada, pier.harbour.bo, pier.harbour.dan);

        assertThat(pier.write(2)).isEqualTo(2);
        pier.time = pier.time.plusMinutes(59);
        assertThat(pier.write(2)).isZero();
        pier.time = pier.time.plusMinutes(2);
        assertThat(pier.write(2)).isOne();
        assertThat(pier.write(2)).isZero();
        assertThat(days()).containsExactly("90", "90", "90");
    }

    @Test
    void
            nobody_is_written_to_while_a_run_over_the_directory_is_held_and_the_time_runs_all_the_same() {
        leave(pier.harbour.ada);
        ran(Phase.HELD);
        assertThat(pier.write(100)).isZero();

        pier.today = left.plusDays(2);
        ran(Phase.DONE);
        assertThat(pier.write(100)).isOne();
        assertThat(days()).containsExactly("88");
        pier.today = left;
        pier.lookUntil(left.plusDays(91));
        assertThat(pier.erased).containsExactly(pier.harbour.ada);
    }

    @Test
    void whoever_came_back_meanwhile_reads_nothing() {
        leave(pier.harbour.ada);
        pier.becomes(pier.harbour.ada, Status.MEMBER);

        assertThat(pier.write(100)).isZero();
        assertThat(days()).isEmpty();
        assertThat(pier.farewells.all()).isEmpty();
    }

    @Test
    void two_who_look_at_once_write_one_letter() {
        leave(pier.harbour.ada);
        List<PersonId> seen = pier.writing(9).next();
        assertThat(pier.writing(9).write(seen.getFirst())).isTrue();

        assertThat(pier.writing(9).write(seen.getFirst())).isFalse();
        assertThat(days()).hasSize(1);
    }

    @Test
    void read_only_mode_writes_nothing() {
        leave(pier.harbour.ada);
        pier.readOnly = true;

        assertThat(pier.write(100)).isZero();
    }
}
