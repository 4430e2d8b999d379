package org.freihafen.requests;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rows as CSV (RFC 4180, with semicolons as accounting packages here want them) that no spreadsheet
 * takes for a formula.
 */
public final class ChangeSheet {
    private ChangeSheet() {}

    public static String of(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(ChangeSheet::cell).collect(Collectors.joining(";")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String cell(String text) {
        boolean formula = Stream.of("=", "+", "-", "@", "\t", "\r").anyMatch(text::startsWith);
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
