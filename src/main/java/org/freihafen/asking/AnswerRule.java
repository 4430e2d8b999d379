package org.freihafen.asking;

import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.shares.Permission;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** An answer gives what was asked for, or less; more is a grant of its own. */
public final class AnswerRule {
    private AnswerRule() {}

    /** Why this is no answer; empty if it is one. */
    public static Optional<Refusal> check(
            AccessRequest request, Set<Permission> permissions, Optional<LocalDate> until) {
        return isWithin(request, permissions, until)
                ? Optional.empty()
                : Optional.of(Refusal.by(Rule.MORE_THAN_ASKED));
    }

    private static boolean isWithin(
            AccessRequest request, Set<Permission> permissions, Optional<LocalDate> until) {
        boolean inTime =
                request.until()
                        .map(asked -> until.filter(given -> !given.isAfter(asked)).isPresent())
                        .orElse(true);
        return inTime && request.permissions().containsAll(permissions);
    }

    /** Whether this is all that was asked for. */
    public static boolean isWhole(
            AccessRequest request, Set<Permission> permissions, Optional<LocalDate> until) {
        return request.permissions().equals(permissions) && request.until().equals(until);
    }
}
