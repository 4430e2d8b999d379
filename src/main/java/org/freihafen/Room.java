package org.freihafen;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A room of the house: a package directly under {@code org.freihafen}, named by its last segment.
 * Its {@code package-info} declares which other rooms its code may use; {@code HouseTest} keeps
 * that declaration. An adapter package inside a room belongs to the room and declares nothing.
 */
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Room {

    /** Names of the rooms that this room may use, such as {@code "structure"}. */
    String[] mayUse() default {};
}
