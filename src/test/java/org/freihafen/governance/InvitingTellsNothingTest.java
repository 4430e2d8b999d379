package org.freihafen.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.freihafen.governance.Harbour.as;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.freihafen.access.Refusal;
import org.freihafen.audit.Trail.Question;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whoever invites sees the same list, trail and limit, whomever the addresses fit and however often
 * each was invited.
 */
class InvitingTellsNothingTest {
    private static final int A_DAY = 6;

    /** By login, number and shared address of people who are there, and of nobody. */
    @Provide
    Arbitrary<List<String>> addresses() {
        return Arbitraries.of("ada", "103", "couple@example.org", "104", "nobody", "999", "x@y.org")
                .list()
                .ofMaxSize(A_DAY + 2);
    }

    @Property(tries = 300)
    void list_trail_and_limit_depend_only_on_how_many_were_invited(
            @ForAll("addresses") List<String> addresses) {
        Harbour harbour = new Harbour();
        Inviting inviting = harbour.inviting(new Bounds(3, A_DAY, Duration.ofDays(30)));
        List<Boolean> done =
                addresses.stream()
                        .map(address ->
                                inviting.invite(as(harbour.lea), harbour.umwelt.id(), address)
                                        .refusal())
                        .map(Optional<Refusal>::isEmpty)
                        .toList();
        int within = Math.min(addresses.size(), A_DAY);
        assertThat(done.subList(0, within)).doesNotContain(false);
        assertThat(done.subList(within, done.size())).doesNotContain(true);
        assertThat(harbour.invitations.listedInto(harbour.umwelt.id(), harbour.clock.instant()))
                .extracting(Invitation::addressedTo)
                .containsExactlyInAnyOrderElementsOf(Set.copyOf(addresses.subList(0, within)));
        assertThat(harbour.trail.lines(Question.everything(), 0, 100))
                .hasSize(within)
                .allSatisfy(line -> assertThat(line.entry().subjects()).hasSize(1));
    }
}
