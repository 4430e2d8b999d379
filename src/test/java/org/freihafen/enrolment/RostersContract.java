package org.freihafen.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.freihafen.enrolment.RosterChange.Kind;
import org.freihafen.identity.Question.Reply;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
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
        rosters.add(roster, CONTENT, Map.of());

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
        rosters.add(roster, large, Map.of());

        assertThat(rosters.content(roster.id()))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(large));
    }

    @Test
    void a_closed_roster_is_remembered_and_what_it_said_forgotten() {
        Rosters rosters = rosters();
        Roster roster = roster(Optional.empty());
        rosters.add(roster, CONTENT, Map.of());
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
    void those_that_wait_are_found() {
        Rosters rosters = rosters();
        Roster waiting = roster(Optional.empty());
        Roster closed = roster(Optional.empty());
        rosters.add(waiting, CONTENT, Map.of());
        rosters.add(closed, CONTENT, Map.of());
        rosters.close(closed.in(Roster.Stage.DISCARDED));

        assertThat(rosters.in(Roster.Stage.WAITING)).containsExactly(waiting);
        assertThat(rosters.in(Roster.Stage.APPLYING)).isEmpty();
    }

    @Test
    void an_approved_roster_keeps_its_steps_instead_of_what_it_said() {
        Rosters rosters = rosters();
        Roster waiting = roster(Optional.empty());
        rosters.add(waiting, CONTENT, Map.of());
        PersonId first = somebody();
        rosters.save(waiting.firstApproved(first, "hash"));
        assertThat(rosters.byId(waiting.id()).flatMap(Roster::first))
                .contains(new Roster.First(first, "hash"));

        Roster approved = waiting.approved(Optional.of(first), 3);
        rosters.save(approved, new byte[] {1, 2});

        assertThat(rosters.byId(waiting.id())).contains(approved);
        assertThat(rosters.content(waiting.id()))
                .hasValueSatisfying(bytes -> assertThat(bytes).containsExactly(1, 2));
    }

    @Test
    void a_roster_advances_and_remembers_what_was_left_out() {
        Rosters rosters = rosters();
        Roster waiting = roster(Optional.empty());
        rosters.add(waiting, CONTENT, Map.of());
        Roster approved = waiting.approved(Optional.empty(), 3);
        rosters.save(approved, CONTENT);
        Roster two = approved.advanced(2, 1);

        rosters.advance(two, List.of(1));
        assertThat(rosters.lock(waiting.id())).contains(two);
        assertThat(rosters.leftOut(waiting.id())).containsExactly(1);

        rosters.advance(two.advanced(3, 1), List.of(2));
        assertThat(rosters.byId(waiting.id()).orElseThrow().stage())
                .isEqualTo(Roster.Stage.APPLIED);
        assertThat(rosters.leftOut(waiting.id())).containsExactly(1, 2);
    }

    @Test
    void answers_are_kept_and_can_be_changed() {
        Rosters rosters = rosters();
        Roster waiting = roster(Optional.empty());
        rosters.add(waiting, CONTENT, Map.of());
        rosters.reply(waiting.id(), Map.of("RETURNED:1", Reply.SAME));
        rosters.reply(waiting.id(), Map.of("RETURNED:1", Reply.OTHER, "TWICE:2:3", Reply.SAME));

        assertThat(rosters.replies(waiting.id()))
                .isEqualTo(Map.of("RETURNED:1", Reply.OTHER, "TWICE:2:3", Reply.SAME));
    }

    @Test
    void what_is_over_is_forgotten_after_a_while_and_what_waits_is_not() {
        Rosters rosters = rosters();
        Roster waiting = roster(Optional.empty());
        Roster applied = roster(Optional.empty());
        rosters.add(waiting, CONTENT, Map.of());
        rosters.add(applied, CONTENT, Map.of());
        rosters.save(applied.in(Roster.Stage.APPLIED));

        rosters.forget(NOON);
        assertThat(rosters.content(applied.id())).isPresent();
        rosters.forget(NOON.plusSeconds(1));
        assertThat(rosters.content(applied.id())).isEmpty();
        assertThat(rosters.content(waiting.id())).isPresent();
    }

    @Test
    void whoever_had_a_hand_in_any_is_known_even_when_it_is_over() {
        Rosters rosters = rosters();
        PersonId reader = somebody();
        PersonId first = somebody();
        PersonId second = somebody();
        Roster hosts = roster(Optional.empty());
        Roster read = roster(Optional.of(reader));
        rosters.add(hosts, CONTENT, Map.of());
        assertThat(rosters.hands()).isEmpty();
        rosters.add(read, CONTENT, Map.of());
        rosters.save(read.firstApproved(first, "hash").approved(Optional.of(second), 3));
        assertThat(rosters.hands()).containsExactlyInAnyOrder(reader, first, second);

        rosters.close(rosters.byId(read.id()).orElseThrow().in(Roster.Stage.DISCARDED));

        assertThat(rosters.hands()).containsExactlyInAnyOrder(reader, first, second);
    }

    @Test
    void the_newest_come_first() {
        Rosters rosters = rosters();
        Roster first = roster(Optional.empty());
        Roster second = roster(Optional.empty());
        Roster third = roster(Optional.empty());
        rosters.add(second, CONTENT, Map.of());
        rosters.add(third, CONTENT, Map.of());
        rosters.add(first, CONTENT, Map.of());

        assertThat(rosters.latest(Optional.empty(), 2)).containsExactly(third, second);
        assertThat(rosters.latest(Optional.of(second.id()), 2)).containsExactly(first);
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
