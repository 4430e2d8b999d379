package org.freihafen.privacy;

import org.freihafen.ids.PersonId;

import java.time.Instant;

/** What came of something that somebody asked for: whether it was granted, by whom, when, why. */
public record Answered(boolean granted, PersonId by, Instant at, String reason) {}
