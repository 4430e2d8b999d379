package org.freihafen.roster.xlsx;

import org.freihafen.roster.RosterFault;
import org.freihafen.roster.RosterTable.Unreadable;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Packs the parts of a workbook that are read anew, so that what is read later is what was checked:
 * few entries, of bounded size, not blown up, and without hostile markup.
 */
final class CheckedZip {
    static final int MOST_ENTRIES = 500;
    static final long MOST_BYTES = 256L << 20;

    /** Honest sheets shrink to a tenth or twentieth; bombs to a thousandth. */
    static final int MOST_RATIO = 100;

    private static final long SMALL_BYTES = 4L << 20;

    private final CountingStream source;
    private long inflated;

    private CheckedZip(InputStream in) {
        source = new CountingStream(in);
    }

    static byte[] of(InputStream in) throws IOException {
        return new CheckedZip(in).packed();
    }

    private byte[] packed() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Set<String> names = new HashSet<>();
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(source);
                ZipOutputStream out = new ZipOutputStream(packed)) {
            out.setLevel(Deflater.BEST_SPEED);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_ENTRIES) {
                    throw tooLarge();
                }
                if (!names.add(entry.getName())) {
                    throw new Unreadable(RosterFault.ROSTER_WORKBOOK_UNSAFE, entry.getName());
                }
                boolean read = read(entry.getName());
                if (read) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                }
                copy(zip, read ? out : null);
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new Unreadable(RosterFault.ROSTER_WORKBOOK, "");
        }
        if (entries == 0) {
            throw new Unreadable(RosterFault.ROSTER_WORKBOOK, "");
        }
        return packed.toByteArray();
    }

    /** Sheets, what they say, and how it is formatted; no pictures, links or macros. */
    private static boolean read(String name) {
        return name.equals("[Content_Types].xml")
                || name.equals("_rels/.rels")
                || (name.startsWith("xl/")
                        && (name.endsWith(".xml") || name.endsWith(".rels"))
                        && !name.contains(".."));
    }

    private void copy(InputStream from, @Nullable ZipOutputStream to) throws IOException {
        byte[] bytes = new byte[1 << 16];
        HostileMarkup hostile = new HostileMarkup();
        for (int count = from.read(bytes); count >= 0; count = from.read(bytes)) {
            inflated += count;
            if (inflated > MOST_BYTES
                    || (inflated > SMALL_BYTES && inflated > MOST_RATIO * source.count)) {
                throw tooLarge();
            }
            if (to != null) {
                hostile.check(bytes, count);
                to.write(bytes, 0, count);
            }
        }
    }

    private static Unreadable tooLarge() {
        return new Unreadable(RosterFault.ROSTER_WORKBOOK_TOO_LARGE, "");
    }

    private static final class CountingStream extends InputStream {
        private final InputStream in;
        private long count;

        private CountingStream(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            int read = in.read(bytes, from, most);
            count += Math.max(0, read);
            return read;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
