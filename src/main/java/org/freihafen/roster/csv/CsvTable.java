package org.freihafen.roster.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

import org.freihafen.roster.RosterFault;
import org.freihafen.roster.RosterProfile;
import org.freihafen.roster.RosterTable;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.function.Supplier;

/** A roster as CSV, read with FastCSV, one record at a time. */
final class CsvTable implements RosterTable {
    private final CsvReader<CsvRecord> csv;
    private final Iterator<CsvRecord> records;
    private final Charset encoding;

    CsvTable(BufferedInputStream in, Charset encoding, RosterProfile profile) {
        this.encoding = encoding;
        csv =
                CsvReader.builder()
                        .fieldSeparator(profile.delimiter())
                        .skipEmptyLines(true)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .ofCsvRecord(new InputStreamReader(in, encoding.newDecoder()));
        csv.skipLines(profile.leadingLines());
        records = csv.iterator();
    }

    @Override
    public String encoding() {
        return encoding.name();
    }

    @Override
    public boolean hasNext() {
        return readable(records::hasNext);
    }

    @Override
    public Row next() {
        return new CsvRow(readable(records::next));
    }

    private <T> T readable(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (CsvParseException e) {
            throw e.getCause() instanceof CharacterCodingException ? misread() : broken();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw misread();
            }
            throw e;
        }
    }

    private Unreadable misread() {
        return new Unreadable(RosterFault.ROSTER_ENCODING, encoding.name());
    }

    private static Unreadable broken() {
        return new Unreadable(RosterFault.ROSTER_NO_CSV, "");
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    private record CsvRow(CsvRecord csv) implements Row {
        @Override
        public int line() {
            return Math.toIntExact(csv.getStartingLineNumber());
        }

        @Override
        public int width() {
            return csv.getFieldCount();
        }

        @Override
        public String value(int column) {
            return csv.getField(column);
        }
    }
}
