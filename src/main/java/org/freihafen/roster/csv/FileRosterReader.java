package org.freihafen.roster.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.writer.CsvWriter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.freihafen.membership.Statuses;
import org.freihafen.roster.Placing;
import org.freihafen.roster.RosterFault;
import org.freihafen.roster.RosterFile;
import org.freihafen.roster.RosterLines;
import org.freihafen.roster.RosterProfile;
import org.freihafen.roster.RosterReader;
import org.freihafen.roster.RosterRows;
import org.freihafen.roster.RosterTable;
import org.freihafen.roster.xlsx.XlsxTable;
import org.freihafen.structurefile.NoTable;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;

/** Reads rosters as their first bytes say: CSV, or a workbook. What waits is always CSV. */
@ApplicationScoped
public class FileRosterReader implements RosterReader {
    private final Statuses statuses;

    /** For the container's proxy. */
    protected FileRosterReader() {
        this(new Statuses(java.util.Map.of(), java.util.Map.of()));
    }

    @Inject
    public FileRosterReader(Statuses statuses) {
        this.statuses = statuses;
    }

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
            return RosterFile.unusable(RosterFault.ROSTER_EMPTY, "");
        }
        Optional<String> otherFormat = NoTable.of(beginning);
        if (otherFormat.isPresent()) {
            return RosterFile.unusable(RosterFault.ROSTER_NO_TABLE, otherFormat.get());
        }
        if (RosterEncoding.oldWorkbook(beginning)) {
            return RosterFile.unusable(RosterFault.ROSTER_WORKBOOK, "");
        }
        Writer plainText = new OutputStreamWriter(plain, StandardCharsets.UTF_8);
        try (RosterTable table = table(buffered, beginning, profile);
                CsvWriter writer =
                        CsvWriter.builder()
                                .fieldSeparator(profile.plain().delimiter())
                                .build(plainText)) {
            return new RosterRows(table, profile, writer::writeRecord)
                    .read((as, header) -> new RosterLines(as, statuses, placing, today, header));
        } catch (RosterTable.Unreadable e) {
            return RosterFile.unusable(e.fault(), e.value());
        } catch (CsvParseException e) {
            return RosterFile.unusable(RosterFault.ROSTER_NO_CSV, "");
        } catch (CharacterCodingException e) {
            return RosterFile.unusable(RosterFault.ROSTER_ENCODING, "");
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static RosterTable table(
            BufferedInputStream in, byte[] beginning, RosterProfile profile) throws IOException {
        return RosterEncoding.workbook(beginning)
                ? XlsxTable.open(in, profile)
                : new CsvTable(in, RosterEncoding.of(beginning, profile), profile);
    }
}
