package org.freihafen.reconcile;

import java.util.Optional;

/**
 * What is due, and whether it waits for a person's word because it is more at once than usual.
 *
 * @param loss why it waits; empty if nothing does
 * @param hash says what exactly is due, to approve it by
 */
public record Held(Optional<Loss> loss, int due, String hash) {}
