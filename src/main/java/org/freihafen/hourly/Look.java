package org.freihafen.hourly;

/**
 * Something that is looked after again and again, as its {@link Every} says. What it throws is
 * logged, and the next time tries again.
 */
public interface Look {
    void look();
}
