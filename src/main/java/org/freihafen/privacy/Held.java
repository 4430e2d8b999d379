package org.freihafen.privacy;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Everything that is remembered of one person, other people in it masked. */
public interface Held {
    /** All of it, part after part; parts of which there is nothing are empty. */
    List<Part> of(PersonId person);

    /**
     * One sort of data.
     *
     * @param name as in the retention table
     */
    record Part(String name, List<Entry> entries) {}

    /** One thing of the sort, such as one membership. */
    record Entry(List<Field> fields) {}

    /** What a thing says under one name; what it does not say is left out. */
    record Field(String name, Value value) {}

    /** What is said. */
    sealed interface Value {
        record Text(String text) implements Value {}

        record Figure(long number) implements Value {}

        record Day(LocalDate day) implements Value {}

        record Moment(Instant moment) implements Value {}

        record InUnit(UnitId unit) implements Value {}

        /** The person themselves, or somebody who is not named. */
        record Somebody(boolean oneself) implements Value {}
    }
}
