package org.freihafen.roster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook part by part, honest or not. */
public final class Workbook {
    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private Workbook() {}

    /** With one sheet; a cell is written as {@code s:text}, {@code n:number} or {@code d:days}. */
    public static Workbook of(List<List<String>> rows) {
        StringBuilder sheet = new StringBuilder();
        for (int row = 0; row < rows.size(); row++) {
            sheet.append("<row r=\"%d\">".formatted(row + 1));
            for (int column = 0; column < rows.get(row).size(); column++) {
                String value = rows.get(row).get(column);
                if (!value.isEmpty()) {
                    String at = "r=\"%c%d\"".formatted('A' + column, row + 1);
                    sheet.append(cell(at, value));
                }
            }
            sheet.append("</row>");
        }
        return new Workbook()
                .with(
                        "[Content_Types].xml",
                        """
                        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                        <Default Extension="xml" ContentType="application/xml"/>
                        <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                        <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
                        <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
                        </Types>
                        """)
                .with(
                        "_rels/.rels",
                        """
                        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                        <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>
                        </Relationships>
                        """)
                .with(
                        "xl/workbook.xml",
                        """
                        <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                        <sheets><sheet name="Mitglieder" sheetId="1" r:id="rId1"/></sheets></workbook>
                        """)
                .with(
                        "xl/_rels/workbook.xml.rels",
                        """
                        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                        <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
                        <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
                        </Relationships>
                        """)
                .with(
                        "xl/styles.xml",
                        """
                        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
                        <numFmts count="2"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/><numFmt numFmtId="165" formatCode="00000"/></numFmts>
                        <cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/></cellXfs>
                        </styleSheet>
                        """)
                .with("xl/worksheets/sheet1.xml", sheet(sheet.toString()));
    }

    static String sheet(String rows) {
        return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                + "<sheetData>"
                + rows
                + "</sheetData></worksheet>";
    }

    private static String cell(String at, String value) {
        String said = value.substring(2);
        return switch (value.charAt(0)) {
            case 'n' -> "<c %s><v>%s</v></c>".formatted(at, said);
            case 'd' -> "<c %s s=\"1\"><v>%s</v></c>".formatted(at, said);
            case 'z' -> "<c %s s=\"2\"><v>%s</v></c>".formatted(at, said);
            default -> "<c %s t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(at, said);
        };
    }

    public Workbook with(String part, String content) {
        return with(part, content.getBytes(StandardCharsets.UTF_8));
    }

    public Workbook with(String part, byte[] content) {
        parts.put(part, content);
        return this;
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
