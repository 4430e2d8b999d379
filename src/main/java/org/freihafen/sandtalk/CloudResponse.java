package org.freihafen.sandtalk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An HTTP answer, free of the server that gives it.
 *
 * @param length bytes of the body; 0 for none
 */
public record CloudResponse(int status, Map<String, String> headers, long length, Body body) {

    /** Writes the body once; whatever it holds open is closed then. */
    @FunctionalInterface
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    public static CloudResponse empty(int status) {
        return new CloudResponse(
                status, Map.of("Content-Type", "text/html; charset=UTF-8"), 0, out -> {});
    }

    public static CloudResponse text(int status, String type, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new CloudResponse(
                status, Map.of("Content-Type", type), bytes.length, out -> out.write(bytes));
    }

    public CloudResponse with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new CloudResponse(status, Map.copyOf(more), length, body);
    }
}
