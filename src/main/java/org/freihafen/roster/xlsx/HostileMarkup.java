package org.freihafen.roster.xlsx;

import org.freihafen.roster.RosterFault;
import org.freihafen.roster.RosterTable.Unreadable;

import java.nio.charset.StandardCharsets;

/**
 * Finds in XML what no spreadsheet program writes: a document type, which is where external and
 * multiplying entities come from, and a cell beyond the last column, for which a reader would make
 * room. Looks past zero bytes, so that UTF-16 hides nothing.
 */
final class HostileMarkup {
    /** The last column is XFD. */
    private static final int MOST_LETTERS = 3;

    private static final byte[] DOCTYPE = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);

    private int matched;
    private Cell cell = Cell.OUTSIDE;
    private int letters;

    /** How much of {@code r="A1"} was seen. */
    private enum Cell {
        OUTSIDE,
        BLANK,
        NAME,
        EQUALS,
        LETTERS
    }

    void check(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            if (bytes[i] != 0) {
                doctype(bytes[i]);
                cell((char) (bytes[i] & 0xFF));
            }
        }
    }

    private void doctype(byte next) {
        if (next == DOCTYPE[matched]) {
            matched++;
        } else {
            matched = next == DOCTYPE[0] ? 1 : 0;
        }
        if (matched == DOCTYPE.length) {
            throw new Unreadable(RosterFault.ROSTER_WORKBOOK_UNSAFE, "<!DOCTYPE");
        }
    }

    private void cell(char next) {
        boolean blank = next == ' ' || next == '\t' || next == '\r' || next == '\n';
        cell =
                switch (cell) {
                    case OUTSIDE -> blank ? Cell.BLANK : Cell.OUTSIDE;
                    case BLANK -> blank ? Cell.BLANK : next == 'r' ? Cell.NAME : Cell.OUTSIDE;
                    case NAME -> blank ? Cell.NAME : next == '=' ? Cell.EQUALS : Cell.OUTSIDE;
                    case EQUALS ->
                            blank
                                    ? Cell.EQUALS
                                    : next == '"' || next == '\'' ? Cell.LETTERS : Cell.OUTSIDE;
                    case LETTERS -> Character.isLetter(next) ? Cell.LETTERS : Cell.OUTSIDE;
                };
        letters = cell == Cell.LETTERS && Character.isLetter(next) ? letters + 1 : 0;
        if (letters > MOST_LETTERS) {
            throw new Unreadable(RosterFault.ROSTER_WORKBOOK_UNSAFE, "XFD");
        }
    }
}
