package org.freihafen.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.freihafen.enrolment.RosterChange.Kind;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** What every keeper of rosters promises. */
public abstract class RostersContract {
    private static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");
    private static final byte[] CONTENT = {0, 1, -1, 127, -128, 10, 13};

    private final Ids ids = new Ids(() -> NOON, new Random(1));

    protected abstract Rosters rosters();

    /** Somebody who is there. */
    protected abstract PersonId somebody();

    @Test
    void a_waiting_roster_is_found_with_what_it_says() {
        Rosters rosters = rosters();
        Roster roster = roster(Optional.of(somebody()));
        rosters.add(roster, CONTENT);

        assertThat(rosters.byId(roster.id())).contains(roster);
        assertThat(rosters.content(roster.id()))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(CONTENT));
    }

    @Test
    void a_large_roster_is_kept_whole() {
        Rosters rosters = rosters();
        Roster roster = roster(Optional.empty());
        byte[] large = new byte[5_000_000];
        new Random(2).nextBytes(large);
        rosters.add(roster, large);

        assertThat(rosters.content(roster.id()))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(large));
    }

    @Test
    void a_closed_roster_is_remembered_and_what_it_said_forgotten() {
        Rosters rosters = rosters();
        Roster roster = roster(Optional.empty());
        rosters.add(roster, CONTENT);
        Roster applied = roster.looking(4, Map.of(Kind.LEAVER, 3)).in(Roster.Stage.APPLIED);
        rosters.close(applied);

        assertThat(rosters.byId(roster.id())).contains(applied);
        assertThat(rosters.content(roster.id())).isEmpty();
    }

    @Test
    void a_roster_that_never_was_cannot_be_closed() {
        Roster roster = roster(Optional.empty());

        assertThatThrownBy(() -> rosters().close(roster)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void those_that_have_waited_for_long_are_found() {
        Rosters rosters = rosters();
        Roster waiting = roster(Optional.empty());
        Roster closed = roster(Optional.empty());
        rosters.add(waiting, CONTENT);
        rosters.add(closed, CONTENT);
        rosters.close(closed.in(Roster.Stage.DISCARDED));

        assertThat(rosters.waitingSince(NOON)).isEmpty();
        assertThat(rosters.waitingSince(NOON.plusSeconds(1))).containsExactly(waiting.id());
    }

    @Test
    void the_newest_come_first() {
        Rosters rosters = rosters();
        Roster first = roster(Optional.empty());
        Roster second = roster(Optional.empty());
        Roster third = roster(Optional.empty());
        rosters.add(second, CONTENT);
        rosters.add(third, CONTENT);
        rosters.add(first, CONTENT);

        assertThat(rosters.latest(2)).containsExactly(third, second);
    }

    private Roster roster(Optional<PersonId> by) {
        return new Roster(
                ids.roster(),
                NOON,
                by,
                "sage",
                "windows-1252",
                Roster.Stage.WAITING,
                5000,
                2,
                Map.of(Kind.JOINER, 12, Kind.CORRECTION, 108));
    }
}
