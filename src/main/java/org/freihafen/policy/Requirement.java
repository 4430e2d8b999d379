package org.freihafen.policy;

import java.util.List;

/**
 * One thing that a cloud's administrator has to set.
 *
 * @param name stays the same, such as {@code links}
 * @param commands set it, in this order, on the cloud's own machine
 */
public record Requirement(String name, List<String> commands, Sign sign) {
    public Requirement {
        commands = List.copyOf(commands);
    }

    /** How it shows whether it was set. */
    public sealed interface Sign {
        /**
         * In the capabilities.
         *
         * @param key such as {@code files_sharing.public.enabled}
         * @param value what it must be; where it is {@code false}, a missing key says the same
         */
        record Capability(String key, String value) implements Sign {}

        /** In the capabilities, whatever its value. */
        record Present(String key) implements Sign {}

        /** By what came of asking the cloud. */
        record Tried() implements Sign {}

        /** Not at all: somebody has to look. */
        record Hidden() implements Sign {}
    }
}
