package org.freihafen.closing;

import org.freihafen.shares.Grant;

/**
 * A grant by which others would go on seeing a closed folder or something in it.
 *
 * @param stays whether the unit said that it is to stay; else closing ends it
 */
public record Gap(Grant grant, Place place, boolean stays) {
    /** What is granted, seen from the closed folder. */
    public enum Place {
        /** The closed folder itself. */
        ON,
        /** Something in it. */
        INSIDE,
        /** A folder in which it lies, or the whole workspace. */
        AROUND
    }
}
