package org.freihafen.ceilings;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.ids.UnitId;
import org.freihafen.shares.Grantee;
import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.Set;

/** What every {@link UnitCeilings} keeps. */
public abstract class UnitCeilingsContract {
    protected abstract UnitCeilings ceilings();

    /** A unit that is there, each time another. */
    protected abstract UnitId someUnit();

    @Test
    void a_ceiling_comes_back_as_it_was_set() {
        UnitId unit = someUnit();
        UnitId other = someUnit();
        Ceiling tight =
                new Ceiling(Set.of(Grantee.Kind.LINK, Grantee.Kind.PERSON), Optional.of(90), true);
        ceilings().put(unit, tight);
        ceilings().put(other, Ceiling.CLOSED);

        assertThat(ceilings().all())
                .containsEntry(unit, tight)
                .containsEntry(other, Ceiling.CLOSED);
    }

    @Test
    void a_new_one_takes_the_place_of_the_old_one_and_an_open_one_is_none() {
        UnitId unit = someUnit();
        ceilings().put(unit, Ceiling.CLOSED);
        ceilings().put(unit, new Ceiling(Ceiling.OPEN.to(), Optional.empty(), true));
        assertThat(ceilings().all())
                .hasEntrySatisfying(unit, ceiling -> assertThat(ceiling.password()).isTrue());

        ceilings().put(unit, Ceiling.OPEN);
        assertThat(ceilings().all()).doesNotContainKey(unit);
    }
}
