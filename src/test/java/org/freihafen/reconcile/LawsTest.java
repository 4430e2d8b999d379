package org.freihafen.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The laws of the reconciler, each for all inputs where it can be. */
class LawsTest {
    private static final Safeguard LENIENT = new Safeguard(Map.of("words", new Limit(1000, 100)));

    @Provide
    Arbitrary<Map<Integer, String>> words() {
        return Arbitraries.maps(
                        Arbitraries.integers().between(0, 30), Arbitraries.of("a", "b", "c", "d"))
                .ofMaxSize(20);
    }

    @Property
    void law_1_a_key_is_an_identity(
            @ForAll("words") Map<Integer, String> there,
            @ForAll("words") Map<Integer, String> wanted) {
        Plan<Integer, String> plan = plan(there, wanted);

        Map<Integer, Long> perKey = new TreeMap<>();
        plan.changes().forEach(change -> perKey.merge(change.key(), 1L, Long::sum));
        assertThat(perKey.values()).allMatch(count -> count == 1);
        assertThat(plan.changes())
                .filteredOn(change -> there.containsKey(change.key()))
                .filteredOn(change -> wanted.containsKey(change.key()))
                .allMatch(change -> change instanceof Change.Update);
    }

    @Example
    void law_1_a_state_never_holds_a_key_twice() {
        List<Map.Entry<Integer, String>> twice = List.of(Map.entry(1, "a"), Map.entry(1, "b"));

        assertThatThrownBy(() -> State.of(twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("twice");
    }

    @Property
    void law_2_key_order_is_creation_order_and_deletes_run_backwards(
            @ForAll("words") Map<Integer, String> there,
            @ForAll("words") Map<Integer, String> wanted) {
        List<Change<Integer, String>> changes = plan(there, wanted).changes();

        List<Integer> building = new ArrayList<>();
        List<Integer> deleting = new ArrayList<>();
        for (Change<Integer, String> change : changes) {
            if (change instanceof Change.Delete<Integer, String> delete) {
                deleting.add(delete.key());
            } else {
                assertThat(deleting).as("nothing is built after a deletion").isEmpty();
                building.add(change.key());
            }
        }
        assertThat(building).isSorted();
        assertThat(deleting.reversed()).isSorted();
    }

    @Property
    void law_3_touch_only_what_carries_our_mark(
            @ForAll("words") Map<Integer, String> there,
            @ForAll("words") Map<Integer, String> foreign,
            @ForAll("words") Map<Integer, String> wanted)
            throws TargetUnavailable {
        Shelf shelf = Shelf.holding(there).withForeign(foreign);

        bring(shelf, wanted);

        assertThat(shelf.foreign()).isEqualTo(foreign);
        assertThat(shelf.applied()).noneMatch(change -> foreign.containsKey(change.key()));
    }

    @Property
    void law_4_observe_all_in_scope_or_nothing(
            @ForAll("words") Map<Integer, String> there,
            @ForAll("words") Map<Integer, String> wanted) {
        Shelf shelf = Shelf.holding(there);
        shelf.unreachable(true);

        assertThatThrownBy(() -> bring(shelf, wanted)).isInstanceOf(TargetUnavailable.class);
        assertThat(shelf.applied()).isEmpty();
    }

    @Property
    void law_5_a_suspicious_plan_waits_for_a_person(
            @ForAll @IntRange(min = 1, max = 200) int there,
            @ForAll @IntRange(min = 0, max = 200) int lost,
            @ForAll @IntRange(min = 0, max = 20) int atMost,
            @ForAll @IntRange(min = 0, max = 100) int percent) {
        int gone = Math.min(lost, there);
        Verdict verdict =
                new Safeguard(Map.of("words", new Limit(atMost, percent)))
                        .judge(List.of(new Loss("words", "", gone, there)));

        boolean harmless = gone <= atMost || gone * 100 <= percent * there;
        assertThat(verdict instanceof Verdict.Safe).isEqualTo(harmless);
    }

    @Example
    void law_5_a_loss_without_a_limit_is_never_safe() {
        assertThat(new Safeguard(Map.of()).judge(List.of(new Loss("words", "", 1, 1_000_000))))
                .isInstanceOf(Verdict.NeedsApproval.class);
    }

    @Property
    void law_6_what_lasts_never_drops_out(
            @ForAll("words") Map<Integer, String> there,
            @ForAll("words") Map<Integer, String> wanted) {
        Plan<Integer, String> plan =
                Plan.between(State.of(there), State.of(wanted), key -> key % 2 == 0);

        assertThat(plan.changes())
                .filteredOn(change -> change instanceof Change.Delete)
                .noneMatch(change -> change.key() % 2 == 0);
        Set<Integer> missing = new HashSet<>(there.keySet());
        missing.removeAll(wanted.keySet());
        missing.removeIf(key -> key % 2 != 0);
        assertThat(Set.copyOf(plan.unexplained().keys())).isEqualTo(missing);
    }

    @Property
    void law_7_level_not_edge(
            @ForAll("words") Map<Integer, String> there,
            @ForAll("words") Map<Integer, String> meddled,
            @ForAll("words") Map<Integer, String> wanted)
            throws TargetUnavailable {
        Shelf shelf = Shelf.holding(there);
        bring(shelf, wanted);
        meddled.forEach(shelf::somebodyPuts);

        bring(shelf, wanted);

        assertThat(shelf.words()).isEqualTo(State.of(wanted));
        assertThat(plan(toMap(shelf.words()), wanted).isEmpty()).isTrue();
    }

    @Property
    void law_7_a_crash_after_any_change_converges_on_the_next_run(
            @ForAll("words") Map<Integer, String> there,
            @ForAll("words") Map<Integer, String> wanted,
            @ForAll @IntRange(min = 0, max = 40) int survived)
            throws TargetUnavailable {
        Shelf shelf = Shelf.holding(there);
        shelf.cutOffAfter(survived);
        bring(shelf, wanted);
        shelf.cutOffAfter(Integer.MAX_VALUE);

        bring(shelf, wanted);

        assertThat(shelf.words()).isEqualTo(State.of(wanted));
    }

    @Property
    void law_8_the_hash_binds_a_plan_to_what_was_observed(
            @ForAll("words") Map<Integer, String> there,
            @ForAll("words") Map<Integer, String> meddled,
            @ForAll("words") Map<Integer, String> wanted) {
        Plan<Integer, String> before = plan(there, wanted);
        Map<Integer, String> now = new TreeMap<>(there);
        now.putAll(meddled);
        Plan<Integer, String> after = plan(now, wanted);

        assertThat(before.hash().equals(after.hash()))
                .isEqualTo(before.changes().equals(after.changes()));
    }

    @Property
    void a_scoped_plan_is_the_part_of_the_whole_plan_that_lies_in_the_scope(
            @ForAll("words") Map<Integer, String> there,
            @ForAll("words") Map<Integer, String> wanted,
            @ForAll Set<@IntRange(min = 0, max = 30) Integer> keys) {
        Scope<Integer> scope = Scope.only(keys);

        Plan<Integer, String> scoped =
                Plan.between(
                        State.of(there).within(scope),
                        State.of(wanted).within(scope),
                        key -> false);

        assertThat(scoped.changes())
                .isEqualTo(
                        plan(there, wanted).changes().stream()
                                .filter(change -> keys.contains(change.key()))
                                .toList());
    }

    private static Plan<Integer, String> plan(
            Map<Integer, String> there, Map<Integer, String> wanted) {
        return Plan.between(State.of(there), State.of(wanted), key -> false);
    }

    private static void bring(Shelf shelf, Map<Integer, String> wanted) throws TargetUnavailable {
        Reconciler<Integer, String> reconciler =
                new Reconciler<>(new Shelving(shelf, State.of(wanted), false), LENIENT);
        List<Change<Integer, String>> changes =
                reconciler.plan(Scope.everything()).plan().changes();
        reconciler.apply(changes, (change, outcome) -> {});
    }

    private static Map<Integer, String> toMap(State<Integer, String> state) {
        Map<Integer, String> map = new TreeMap<>();
        state.forEach(map::put);
        return map;
    }
}
