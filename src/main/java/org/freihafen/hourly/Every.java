package org.freihafen.hourly;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How often a {@link Look} is taken. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Every {
    /** From the end of one to the beginning of the next. */
    int minutes();

    /** From the start to the first; they differ, so that not everything begins at once. */
    int firstAfterSeconds();

    /** What does not get done if it fails, for the log: "cannot ...". */
    String failing();
}
