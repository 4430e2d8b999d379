package org.freihafen.roster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;

/** Reads rosters line by line, holding no more of them than the entries that come of it. */
public interface RosterReader {
    /**
     * Reads a roster.
     *
     * @param today by which it is decided who is gone and what lies ahead
     * @param plain receives the columns that are used, as they stand there, in the form that {@link
     *     RosterProfile#plain} describes
     * @throws IOException if the stream breaks off; what was read until then is worth nothing
     */
    RosterFile read(
            InputStream in,
            RosterProfile profile,
            Placing placing,
            LocalDate today,
            OutputStream plain)
            throws IOException;
}
