package org.freihafen.membership;

import org.freihafen.ids.UnitId;

import java.time.LocalDate;
import java.util.Optional;

/** Whom the member register told us of, each together with where it places them. */
public interface Register {

    /** Everybody from the register, those who left included, streamed in no certain order. */
    void forEach(LocalDate on, Each each);

    /** Hears of one. */
    @FunctionalInterface
    interface Each {
        /** Somebody, and the unit in which the register places them on the day. */
        void of(Person person, Optional<UnitId> place);
    }
}
