package org.freihafen.runs;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.ids.Ids;
import org.freihafen.runs.Run.Phase;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Random;

class DirectoryFollowingTest {
    private static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");

    private final InMemoryRuns runs = new InMemoryRuns();
    private final Ids ids = new Ids(() -> NOON, new Random(1));
    private final DirectoryFollowing following = new DirectoryFollowing(runs);

    private void ran(boolean full, Phase phase) {
        runs.save(Run.waiting(ids.run(), "ldap", full, false, NOON).in(phase));
    }

    @Test
    void a_part_that_is_held_stays_so_until_all_is_done_whatever_other_parts_do() {
        ran(true, Phase.DONE);
        assertThat(following.settled()).isTrue();
        ran(false, Phase.HELD);
        ran(false, Phase.DONE);
        assertThat(following.held()).isTrue();
        assertThat(following.settled()).isFalse();

        ran(true, Phase.DONE);
        assertThat(following.held()).isFalse();
        assertThat(following.settled()).isTrue();
    }

    @Test
    void what_is_under_way_or_failed_is_not_settled_and_not_held() {
        ran(true, Phase.DONE);
        ran(false, Phase.APPLYING);
        assertThat(following.settled()).isFalse();
        ran(false, Phase.FAILED);
        assertThat(following.settled()).isFalse();
        assertThat(following.held()).isFalse();
    }

    @Test
    void what_only_says_what_it_would_do_changes_nothing() {
        ran(true, Phase.DONE);
        runs.save(Run.waiting(ids.run(), "ldap", true, true, NOON).in(Phase.PLANNED));
        assertThat(following.settled()).isTrue();
    }
}
