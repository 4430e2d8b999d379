package org.freihafen.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.freihafen.ids.UnitId;
import org.freihafen.structure.Unit.Origin;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** What every {@link Units} keeps. */
public abstract class UnitsContract {
    private static final UnitId ROOT = new UnitId(new UUID(7, 1));
    private static final UnitId DISTRICT = new UnitId(new UUID(7, 2));

    protected abstract Units units();

    protected abstract UnitKind kind(String name);

    private Unit root() {
        return new Unit(
                ROOT,
                new UnitKey("bund"),
                kind("federation"),
                "Bund",
                Optional.empty(),
                Optional.empty(),
                Origin.FILE,
                false);
    }

    private Unit district() {
        return new Unit(
                DISTRICT,
                new UnitKey("SN-14713"),
                kind("district"),
                "Kreisverband Größe",
                Optional.of(ROOT),
                Optional.of("14713"),
                Origin.FILE,
                false);
    }

    @Test
    void a_unit_comes_back_as_it_was_added() {
        Units units = units();
        units.add(root());
        units.add(district());
        assertThat(units.byId(DISTRICT)).contains(district());
        assertThat(units.byKey(new UnitKey("sn-14713"))).contains(district());
        assertThat(units.structure().all()).containsExactlyInAnyOrder(root(), district());
        assertThat(units.structure().byOfficialKey("14713")).contains(district());
    }

    @Test
    void nobody_is_found_where_nobody_is() {
        assertThat(units().byId(ROOT)).isEmpty();
        assertThat(units().byKey(new UnitKey("bund"))).isEmpty();
        assertThat(units().structure().root()).isEmpty();
    }

    @Test
    void a_unit_is_renamed_moved_and_ended() {
        Units units = units();
        units.add(root());
        units.add(district());
        Unit changed = district().named("KV Kleinstadt").under(ROOT).end();
        units.save(changed);
        assertThat(units.byId(DISTRICT)).contains(changed);
        assertThat(units.structure().living()).containsExactly(root());
    }

    @Test
    void units_are_known_as_they_were() throws InterruptedException {
        Units units = units();
        units.add(root());
        units.add(district());
        Instant first = Instant.now();
        Thread.sleep(5);
        units.save(district().named("Zweiter"));
        Thread.sleep(5);
        Instant second = Instant.now();
        Thread.sleep(5);
        units.save(district().named("Dritter").end());
        assertThat(units.structureAt(first).byId(DISTRICT)).contains(district());
        assertThat(units.structureAt(second).byId(DISTRICT)).contains(district().named("Zweiter"));
        assertThat(units.structureAt(Instant.now()).all())
                .containsExactlyInAnyOrderElementsOf(units.structure().all());
        assertThat(units.structureAt(Instant.EPOCH.minusSeconds(1)).all()).isEmpty();
    }

    @Test
    void it_is_kept_how_a_unit_was_merged_and_dissolved() {
        Units units = units();
        units.add(root());
        units.add(district().end());
        Ending merged = Ending.merged(DISTRICT, LocalDate.of(2026, 5, 1), ROOT, true);
        units.save(merged);
        assertThat(units.structure().ending(DISTRICT)).contains(merged);
        assertThat(units.structure().heir(DISTRICT)).contains(root());
        assertThat(units.structure().inheritedBy(ROOT)).containsExactly(district().end());
        units.save(merged.close());
        assertThat(units.structure().endings()).containsExactly(merged.close());
        Ending dissolved = Ending.dissolved(DISTRICT, LocalDate.of(2026, 5, 2));
        units.save(dissolved);
        assertThat(units.structure().ending(DISTRICT)).contains(dissolved);
        assertThat(units.structure().heir(DISTRICT)).contains(district().end());
        units.forgetEnding(DISTRICT);
        assertThat(units.structure().endings()).isEmpty();
    }

    @Test
    void a_key_is_never_used_twice_not_even_after_its_unit_ended() {
        Units units = units();
        units.add(root());
        units.add(district());
        units.save(district().end());
        Unit again =
                new Unit(
                        new UnitId(new UUID(7, 3)),
                        new UnitKey("sn-14713"),
                        kind("district"),
                        "Neu",
                        Optional.of(ROOT),
                        Optional.empty(),
                        Origin.FOUNDED,
                        false);
        assertThatThrownBy(() -> units.add(again)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void what_was_never_added_cannot_be_saved() {
        Units units = units();
        assertThatThrownBy(() -> units.save(root())).isInstanceOf(IllegalStateException.class);
    }
}
