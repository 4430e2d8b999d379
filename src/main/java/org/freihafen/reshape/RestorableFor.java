package org.freihafen.reshape;

import org.freihafen.structure.Ending;

import java.time.LocalDate;

/** For how many days a dissolved unit can be restored. */
public record RestorableFor(int days) {
    public LocalDate lastDay(Ending dissolved) {
        return dissolved.on().plusDays(days);
    }
}
