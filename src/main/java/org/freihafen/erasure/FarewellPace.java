package org.freihafen.erasure;

/**
 * How many letters of farewell are written.
 *
 * @param perHour so few that a mistake is noticed before everybody has read it
 */
public record FarewellPace(int perHour) {}
