package org.freihafen.roster.xlsx;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.freihafen.roster.RosterFault;
import org.freihafen.roster.RosterProfile;
import org.freihafen.roster.RosterTable;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A workbook's first sheet, read with fastexcel. Cells become the text that a CSV of this profile
 * would have: days in its form, numbers with its decimal sign, zeros in front where the format has
 * them.
 */
public final class XlsxTable implements RosterTable {
    /** The widest of the first rows says how many columns there are. */
    private static final int LOOKED_AHEAD = 31;

    private static final Pattern DAY = Pattern.compile("(?i).*[dt].*[yj].*|.*[yj].*[dt].*");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.");
    private static final Pattern ZEROS = Pattern.compile("0{2,20}");

    private final ReadableWorkbook workbook;
    private final RosterProfile profile;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
    private final Deque<List<String>> ahead = new ArrayDeque<>();
    private final Deque<Integer> aheadLines = new ArrayDeque<>();
    private int width;

    private XlsxTable(ReadableWorkbook workbook, RosterProfile profile) throws IOException {
        this.workbook = workbook;
        this.profile = profile;
        rows = workbook.getFirstSheet().openStream().iterator();
        for (int i = 0; i < LOOKED_AHEAD; i++) {
            fetch();
        }
        width = ahead.stream().mapToInt(XlsxTable::filled).max().orElse(0);
    }

    /**
     * Checks the workbook and opens it.
     *
     * @throws Unreadable if it is none, or not a safe one
     */
    public static RosterTable open(InputStream in, RosterProfile profile) throws IOException {
        byte[] checked = CheckedZip.of(in);
        try {
            return new XlsxTable(
                    new ReadableWorkbook(
                            new ByteArrayInputStream(checked), new ReadingOptions(true, true)),
                    profile);
        } catch (IOException | RuntimeException e) {
            throw unreadable(e);
        }
    }

    private static RuntimeException unreadable(Exception e) {
        return e instanceof Unreadable unreadable
                ? unreadable
                : new Unreadable(RosterFault.ROSTER_WORKBOOK, "");
    }

    @Override
    public String encoding() {
        return "xlsx";
    }

    @Override
    public boolean hasNext() {
        if (ahead.isEmpty()) {
            fetch();
        }
        return !ahead.isEmpty();
    }

    @Override
    public RosterTable.Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return new XlsxRow(aheadLines.remove(), width, ahead.remove());
    }

    /** One more row that is not empty, if there is one. */
    private void fetch() {
        try {
            while (rows.hasNext()) {
                org.dhatim.fastexcel.reader.Row row = rows.next();
                List<String> values = row.stream().map(this::text).toList();
                if (filled(values) > 0) {
                    ahead.add(values);
                    aheadLines.add(row.getRowNum());
                    return;
                }
            }
        } catch (ExcelReaderException | UncheckedIOException | IllegalArgumentException e) {
            throw unreadable(e);
        }
    }

    private static int filled(List<String> values) {
        int filled = values.size();
        while (filled > 0 && values.get(filled - 1).isBlank()) {
            filled--;
        }
        return filled;
    }

    private String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return "";
        }
        String raw = Optional.ofNullable(cell.getRawValue()).orElse("");
        return number(cell, raw).map(number -> text(cell, number)).orElseGet(() -> said(cell, raw));
    }

    private static String said(Cell cell, String raw) {
        return cell.getType() == CellType.STRING
                ? Optional.ofNullable(cell.asString()).orElse("")
                : raw;
    }

    private static Optional<BigDecimal> number(Cell cell, String raw) {
        if (cell.getType() != CellType.NUMBER && cell.getType() != CellType.FORMULA) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(raw));
        } catch (NumberFormatException wordsFromAFormula) {
            return Optional.empty();
        }
    }

    private String text(Cell cell, BigDecimal number) {
        String format =
                QUOTED.matcher(Optional.ofNullable(cell.getDataFormatString()).orElse(""))
                        .replaceAll("");
        if (DAY.matcher(format).matches()) {
            return day(cell, number);
        }
        BigDecimal plain = number.stripTrailingZeros();
        if (plain.scale() > 2) {
            plain = plain.setScale(2, java.math.RoundingMode.HALF_EVEN);
        }
        String text = plain.toPlainString();
        if (ZEROS.matcher(format).matches() && plain.scale() <= 0 && plain.signum() >= 0) {
            return "0".repeat(Math.max(0, format.length() - text.length())) + text;
        }
        return profile.decimalComma() ? text.replace('.', ',') : text;
    }

    private String day(Cell cell, BigDecimal number) {
        try {
            return cell.getType() == CellType.NUMBER
                    ? cell.asDate().format(profile.dates().getFirst())
                    : number.toPlainString();
        } catch (DateTimeException | ArithmeticException | ExcelReaderException e) {
            return number.toPlainString();
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    private record XlsxRow(int line, int width, List<String> values) implements RosterTable.Row {
        @Override
        public String value(int column) {
            return column < values.size() ? values.get(column) : "";
        }
    }
}
