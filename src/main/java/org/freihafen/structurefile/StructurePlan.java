package org.freihafen.structurefile;

import org.freihafen.ids.PlanId;

import java.time.Instant;

/**
 * A structure file that was read, checked and shown, and waits for approval.
 *
 * @param hash of the changes that were shown, with what they were seen to change
 */
public record StructurePlan(PlanId id, Instant at, String text, String hash) {}
