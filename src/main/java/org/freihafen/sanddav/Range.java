package org.freihafen.sanddav;

import org.freihafen.sandtalk.CloudRequest;
import org.freihafen.sandtalk.Refusal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of a file that a request asks for (RFC 9110, one range of bytes), or all of it. */
public record Range(long from, long length, boolean part) {
    private static final Pattern BYTES = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    static Range of(CloudRequest request, long size) {
        Matcher range = BYTES.matcher(request.header("range").orElse(""));
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return new Range(0, size, false);
        }
        if (range.group(1).isEmpty()) {
            long last = Math.min(size, Long.parseLong(range.group(2)));
            return satisfied(size - last, last, size);
        }
        long from = Long.parseLong(range.group(1));
        long end = range.group(2).isEmpty() ? size : Long.parseLong(range.group(2)) + 1;
        return satisfied(from, Math.min(end, size) - from, size);
    }

    private static Range satisfied(long from, long length, long size) {
        if (from >= size || length <= 0) {
            throw new Refusal(
                    416,
                    "Sabre\\DAV\\Exception\\RequestedRangeNotSatisfiable",
                    "The start offset ("
                            + from
                            + ") exceeded the size of the entity ("
                            + size
                            + ")");
        }
        return new Range(from, length, true);
    }

    String header(long size) {
        return "bytes " + from + "-" + (from + length - 1) + "/" + size;
    }

    void copy(Optional<InputStream> source, OutputStream out) throws IOException {
        if (source.isEmpty()) {
            return;
        }
        try (InputStream in = source.get()) {
            in.skipNBytes(from);
            byte[] buffer = new byte[64 * 1024];
            long left = length;
            while (left > 0) {
                int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (n < 0) {
                    throw new IOException("the content is shorter than it was");
                }
                out.write(buffer, 0, n);
                left -= n;
            }
        }
    }
}
