package org.freihafen.reconcile;

/**
 * How much a plan takes away from one place: {@code lost} of {@code before}.
 *
 * @param what the sort of loss, such as {@code suspension}; limits are set for each
 * @param where the place as people call it: a group's name, a unit's, or empty for the whole target
 */
public record Loss(String what, String where, int lost, int before) {}
