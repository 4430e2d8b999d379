package org.freihafen.answers;

import java.time.Instant;

/**
 * A request that is to be carried out once. Both parts are digests, so that nothing of what was
 * asked is kept.
 *
 * @param request of who asks for what, with which key
 * @param body of what was sent with it
 */
public record Asking(String request, String body, Instant at) {}
