package org.freihafen.structurefile.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

import jakarta.enterprise.context.ApplicationScoped;

import org.freihafen.structurefile.FileProblem;
import org.freihafen.structurefile.NoTable;
import org.freihafen.structurefile.StructureFault;
import org.freihafen.structurefile.StructureFile;
import org.freihafen.structurefile.StructureFile.Column;
import org.freihafen.structurefile.StructureFile.Line;
import org.freihafen.structurefile.StructureReader;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code key;name;kind;parent;ags} in UTF-8, with or without a byte-order mark. Columns are
 * found by their names, in any order; others are left alone.
 */
@ApplicationScoped
public class CsvStructureReader implements StructureReader {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    @Override
    public StructureFile read(byte[] file) {
        Optional<String> otherFormat = NoTable.of(file);
        if (otherFormat.isPresent()) {
            return broken(FileProblem.ofFile(StructureFault.NO_TABLE, otherFormat.get()));
        }
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            if (text.indexOf('\0') >= 0) {
                return broken(FileProblem.ofFile(StructureFault.NOT_UTF8, ""));
            }
            boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
            return read(marked ? text.substring(1) : text);
        } catch (CharacterCodingException notUtf8) {
            return broken(FileProblem.ofFile(StructureFault.NOT_UTF8, ""));
        }
    }

    private static StructureFile read(String text) {
        List<CsvRecord> records = new ArrayList<>();
        try {
            CsvReader.builder()
                    .fieldSeparator(';')
                    .skipEmptyLines(true)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowUnclosedQuote(false)
                    .ofCsvRecord(text)
                    .forEach(records::add);
        } catch (CsvParseException notCsv) {
            return broken(FileProblem.ofFile(StructureFault.NOT_CSV, "", "" + records.size()));
        }
        if (records.size() < 2) {
            return broken(FileProblem.ofFile(StructureFault.EMPTY_FILE, ""));
        }
        return read(text, records);
    }

    private static StructureFile read(String text, List<CsvRecord> records) {
        List<FileProblem> problems = new ArrayList<>();
        CsvRecord header = records.getFirst();
        Map<Column, Integer> columns = columns(header, problems);
        if (!problems.isEmpty()) {
            return new StructureFile("", List.of(), problems);
        }
        List<Line> lines = new ArrayList<>();
        for (CsvRecord record : records.subList(1, records.size())) {
            int number = Math.toIntExact(record.getStartingLineNumber());
            int fields = record.getFieldCount();
            if (fields != header.getFieldCount()) {
                StructureFault fault =
                        fields < header.getFieldCount()
                                ? StructureFault.SHORT_LINE
                                : StructureFault.LONG_LINE;
                problems.add(
                        FileProblem.at(
                                number,
                                "",
                                record.getField(0),
                                fault,
                                "" + fields,
                                "" + header.getFieldCount()));
            } else {
                lines.add(line(number, record, columns));
            }
        }
        return new StructureFile(text, lines, problems);
    }

    private static Map<Column, Integer> columns(CsvRecord header, List<FileProblem> problems) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        int number = Math.toIntExact(header.getStartingLineNumber());
        for (int at = 0; at < header.getFieldCount(); at++) {
            String name = header.getField(at).strip().toLowerCase(Locale.ROOT);
            for (Column column : Column.values()) {
                if (column.header().equals(name) && columns.putIfAbsent(column, at) != null) {
                    problems.add(FileProblem.at(number, name, name, StructureFault.DOUBLE_COLUMN));
                }
            }
        }
        for (Column column : Column.values()) {
            if (!columns.containsKey(column)) {
                String name = column.header();
                problems.add(FileProblem.at(number, name, name, StructureFault.MISSING_COLUMN));
            }
        }
        return columns;
    }

    private static Line line(int number, CsvRecord record, Map<Column, Integer> columns) {
        return new Line(
                number,
                field(record, columns, Column.KEY),
                field(record, columns, Column.NAME),
                field(record, columns, Column.KIND),
                field(record, columns, Column.PARENT),
                field(record, columns, Column.AGS));
    }

    private static String field(CsvRecord record, Map<Column, Integer> columns, Column column) {
        return record.getField(columns.getOrDefault(column, 0)).strip();
    }

    private static StructureFile broken(FileProblem problem) {
        return new StructureFile("", List.of(), List.of(problem));
    }
}
