package org.freihafen.roster;

import java.io.IOException;
import java.util.Iterator;

/**
 * The rows of a roster as they stand in its file, whatever the file's format; empty ones are left
 * out. Whatever goes wrong while they are read comes as {@link Unreadable}.
 */
public interface RosterTable extends Iterator<RosterTable.Row>, AutoCloseable {
    /** One row. */
    interface Row {
        /** The line in the file, from 1. */
        int line();

        /** How many values there are. */
        int width();

        String value(int column);
    }

    /** How the file is written, as people call it: an encoding, or a workbook's format. */
    String encoding();

    @Override
    void close() throws IOException;

    /** The file cannot be read on. */
    final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final RosterFault fault;
        private final String value;

        public Unreadable(RosterFault fault, String value) {
            super(fault + " " + value);
            this.fault = fault;
            this.value = value;
        }

        public RosterFault fault() {
            return fault;
        }

        public String value() {
            return value;
        }
    }
}
