package org.freihafen.roster.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;

import jakarta.enterprise.context.ApplicationScoped;

import org.freihafen.roster.Placing;
import org.freihafen.roster.RosterFault;
import org.freihafen.roster.RosterFile;
import org.freihafen.roster.RosterLines;
import org.freihafen.roster.RosterProfile;
import org.freihafen.roster.RosterReader;
import org.freihafen.structure.FileProblem;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** Reads rosters with FastCSV, one record at a time. */
@ApplicationScoped
public class CsvRosterReader implements RosterReader {
    @Override
    public RosterFile read(
            InputStream in,
            RosterProfile profile,
            Placing placing,
            LocalDate today,
            OutputStream plain)
            throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, RosterEncoding.BEGINNING_BYTES);
        byte[] beginning = RosterEncoding.beginning(buffered);
        if (beginning.length == 0) {
            return unusable(RosterFault.ROSTER_EMPTY);
        }
        if (RosterEncoding.workbook(beginning)) {
            return unusable(RosterFault.ROSTER_WORKBOOK);
        }
        Charset encoding = RosterEncoding.of(beginning, profile);
        Reader text = new InputStreamReader(buffered, encoding.newDecoder());
        Writer plainText = new OutputStreamWriter(plain, StandardCharsets.UTF_8);
        try (CsvReader<CsvRecord> csv = csv(text, profile);
                CsvWriter writer =
                        CsvWriter.builder()
                                .fieldSeparator(profile.plain().delimiter())
                                .build(plainText)) {
            return read(csv, profile, placing, today, writer, encoding);
        } catch (CsvParseException e) {
            return unusable(RosterFault.ROSTER_NO_CSV);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                return unusable(RosterFault.ROSTER_ENCODING, encoding.name());
            }
            throw e.getCause();
        } catch (CharacterCodingException e) {
            return unusable(RosterFault.ROSTER_ENCODING, encoding.name());
        }
    }

    private static CsvReader<CsvRecord> csv(Reader text, RosterProfile profile) {
        CsvReader<CsvRecord> csv =
                CsvReader.builder()
                        .fieldSeparator(profile.delimiter())
                        .skipEmptyLines(true)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .ofCsvRecord(text);
        csv.skipLines(profile.leadingLines());
        return csv;
    }

    private static RosterFile read(
            CsvReader<CsvRecord> csv,
            RosterProfile profile,
            Placing placing,
            LocalDate today,
            CsvWriter plain,
            Charset encoding) {
        Iterator<CsvRecord> records = csv.iterator();
        if (!records.hasNext()) {
            return unusable(RosterFault.ROSTER_EMPTY);
        }
        CsvRecord header = records.next();
        if (header.getFields().stream().anyMatch(RosterColumns::garbled)) {
            return unusable(RosterFault.ROSTER_GARBLED, encoding.name());
        }
        return switch (RosterColumns.found(header, profile)) {
            case RosterColumns.Missing(FileProblem problem) -> new RosterFile.Unusable(problem);
            case RosterColumns.Found columns -> {
                RosterLines lines = new RosterLines(profile, placing, today, columns::header);
                plain.writeRecord(columns.plainHeader());
                yield read(records, profile, columns, lines, plain, encoding);
            }
        };
    }

    private static RosterFile read(
            Iterator<CsvRecord> records,
            RosterProfile profile,
            RosterColumns.Found columns,
            RosterLines lines,
            CsvWriter plain,
            Charset encoding) {
        Deque<CsvRecord> last = new ArrayDeque<>();
        int count = 0;
        while (records.hasNext()) {
            last.add(records.next());
            if (last.size() > profile.trailingLines()) {
                CsvRecord record = last.remove();
                if (columns.garbledName(record)) {
                    return unusable(RosterFault.ROSTER_GARBLED, encoding.name());
                }
                if (!records.hasNext() && record.getFieldCount() < columns.width()) {
                    return unusable(
                            RosterFault.ROSTER_CUT_OFF, "" + record.getStartingLineNumber());
                }
                count++;
                add(record, columns, lines, plain);
            }
        }
        return count == 0 ? unusable(RosterFault.ROSTER_EMPTY) : lines.read(encoding.name());
    }

    private static void add(
            CsvRecord record, RosterColumns.Found columns, RosterLines lines, CsvWriter plain) {
        if (record.getFieldCount() == columns.width()) {
            lines.add(columns.line(record), column -> columns.value(record, column));
            plain.writeRecord(columns.plainValues(record));
        } else {
            lines.addMisshapen(columns.line(record), columns.firstValue(record));
            plain.writeRecord(columns.plainMisshapen(record));
        }
    }

    private static RosterFile unusable(RosterFault fault, String... facts) {
        String value = facts.length == 0 ? "" : facts[0];
        return new RosterFile.Unusable(FileProblem.ofFile(fault, value));
    }
}
