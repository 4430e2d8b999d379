package org.freihafen.guests;

/**
 * How long guests may stay.
 *
 * @param longestDays from today, at once; it can be renewed
 * @param reminderDays before the end
 * @param perDay how many one person may invite in a day
 */
public record Hospitality(int longestDays, int reminderDays, int perDay) {}
