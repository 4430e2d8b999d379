package org.freihafen.rest;

import org.freihafen.web.Problem;
import org.freihafen.words.Words;

import java.util.List;

/** Fields of a request that cannot be read, or that say what makes no sense. */
final class BadFields extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    BadFields(List<Fault> faults) {
        super("fields: " + faults.stream().map(Fault::field).toList());
        this.faults = List.copyOf(faults);
    }

    /**
     * What is wrong with one field.
     *
     * @param malformed whether it could not even be read
     * @param why the last part of {@code field.<why>}
     */
    record Fault(String field, boolean malformed, String why, List<Object> facts) {
        static Fault malformed(String field, String why, Object... facts) {
            return new Fault(field, true, why, List.of(facts));
        }

        static Fault invalid(String field, String why, Object... facts) {
            return new Fault(field, false, why, List.of(facts));
        }
    }

    Problem problem(Words words) {
        boolean malformed = faults.stream().anyMatch(Fault::malformed);
        return (malformed ? Problem.of(400, "malformed", words) : Problem.of(422, "invalid", words))
                .in(
                        faults.stream()
                                .map(fault ->
                                        new Problem.Field(
                                                fault.field(),
                                                words.say(
                                                        "field." + fault.why(),
                                                        fault.facts().toArray())))
                                .toList());
    }
}
