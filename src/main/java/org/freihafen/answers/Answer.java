package org.freihafen.answers;

import java.util.Map;
import java.util.Optional;

/**
 * What was answered.
 *
 * @param headers by their names
 */
public record Answer(int status, Map<String, String> headers, Optional<String> content) {
    public Answer {
        headers = Map.copyOf(headers);
    }
}
