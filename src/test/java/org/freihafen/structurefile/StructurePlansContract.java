package org.freihafen.structurefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.ids.Ids;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Random;

/** What every keeper of structure plans promises. */
public abstract class StructurePlansContract {
    private static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");
    private final Ids ids = new Ids(() -> NOON, new Random(1));

    protected abstract StructurePlans plans();

    @Test
    void a_plan_is_found_as_it_was_added() {
        StructurePlan plan = plan("key;name;kind;parent;ags\nBUND;Bundesverband;federation;;\n");
        plans().add(plan);

        assertThat(plans().byId(plan.id())).contains(plan);
    }

    @Test
    void a_long_file_is_kept_whole() {
        StructurePlan plan =
                plan("SN-14511;Kreisverband Chemnitz;district;SN;14511\n".repeat(4000));
        plans().add(plan);

        assertThat(plans().byId(plan.id())).contains(plan);
    }

    @Test
    void a_removed_plan_is_gone_and_may_be_removed_again() {
        StructurePlan plan = plan("key;name;kind;parent;ags\n");
        plans().add(plan);
        plans().remove(plan.id());
        plans().remove(plan.id());

        assertThat(plans().byId(plan.id())).isEmpty();
    }

    private StructurePlan plan(String text) {
        return new StructurePlan(ids.plan(), NOON, text, "ab".repeat(32));
    }
}
