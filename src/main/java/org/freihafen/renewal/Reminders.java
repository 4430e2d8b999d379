package org.freihafen.renewal;

import org.freihafen.ids.GrantId;

import java.time.LocalDate;

/** Which reminders have gone out. */
public interface Reminders {
    /**
     * Notes one.
     *
     * @param until the end of which it reminds; a renewed grant has another
     * @param days how many days before
     * @return whether it was new
     */
    boolean note(GrantId grant, LocalDate until, int days);
}
