package org.freihafen.sandtalk;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP request, free of the server that took it.
 *
 * @param base what stands before the cloud's own paths, such as {@code /cloud}
 * @param path the rest of the path, still percent-encoded
 * @param query the query, still encoded, empty when there is none
 * @param headers by names in lower case
 * @param address who asks, as brute force protection counts
 */
public record CloudRequest(
        String method,
        String base,
        String path,
        String query,
        Map<String, String> headers,
        InputStream body,
        String address) {

    public CloudRequest with(Map<String, String> others) {
        return new CloudRequest(method, base, path, query, Map.copyOf(others), body, address);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    public boolean under(String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }

    /** The decoded names after a prefix. An encoded slash stays within its name. */
    public List<String> below(String prefix) {
        return segments(path.substring(prefix.length()));
    }

    public static List<String> segments(String rawPath) {
        List<String> names = new ArrayList<>();
        for (String raw : rawPath.split("/", -1)) {
            if (!raw.isEmpty()) {
                names.add(decoded(raw));
            }
        }
        return names;
    }

    public static String decoded(String raw) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '%') {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            int high = i + 2 <= raw.length() - 1 ? Character.digit(raw.charAt(i + 1), 16) : -1;
            int low = i + 2 <= raw.length() - 1 ? Character.digit(raw.charAt(i + 2), 16) : -1;
            if (high < 0 || low < 0) {
                throw Refusal.badRequest("The path is not properly encoded");
            }
            bytes.write(high * 16 + low);
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refusal.badRequest("The path is not properly encoded");
        }
    }
}
