package org.freihafen.retention;

import java.time.Duration;

/** Something of the retention table that another room deletes; here it is only counted. */
public interface Expiring {
    /** Its row in the table. */
    String name();

    /** How many would be gone if it were that much later than now. */
    int due(Duration later);
}
