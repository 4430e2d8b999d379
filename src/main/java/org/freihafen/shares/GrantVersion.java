package org.freihafen.shares;

import java.time.Instant;

/**
 * A grant as it was from a moment on. The grant itself names who decided that.
 *
 * @param number 1 when it was given, and one more with each change
 */
public record GrantVersion(int number, Instant since, Grant grant) {}
