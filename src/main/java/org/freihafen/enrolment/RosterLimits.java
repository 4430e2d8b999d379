package org.freihafen.enrolment;

import org.freihafen.reconcile.Limit;
import org.freihafen.reconcile.Safeguard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How much a roster may take away before its plan is called dangerous. */
public record RosterLimits(Map<String, Limit> limits) {
    static final String LEAVING = "leaving";
    static final String LEAVING_BRANCH = "leaving-branch";
    static final String LEAVING_DISTRICT = "leaving-district";

    /** Out of a group that people joined. */
    static final String LEAVING_GROUP = "leaving-group";

    static final String MOVING = "moving";
    static final String MOVING_BRANCH = "moving-branch";
    static final String MOVING_DISTRICT = "moving-district";
    static final String RETURNING = "returning";
    static final String RENAMING = "renaming";
    static final String UNREACHABLE = "unreachable";
    static final String SET_ASIDE = "set-aside";

    /** Get another status. */
    static final String STATUS = "status";

    /** Are new in a register that is known already. */
    static final String JOINING = "joining";

    /** Lose their day of joining. */
    static final String FORGOTTEN = "forgotten";

    /** Were paid up and are not any more. */
    static final String OWING = "owing";

    /** Get another number. */
    static final String RENUMBERING = "renumbering";

    /** Of whom it has to be asked who they are. */
    static final String ASKING = "asking";

    /** Are missing without a day of leaving. */
    static final String VANISHING = "vanishing";

    /** Likewise, and all of them stood at the end. */
    static final String CUT = "cut";

    /** Joined after the file's newest day and are missing from it. */
    static final String STALE = "stale";

    /** Sorts of loss that are counted over everybody. */
    static final List<String> OVERALL =
            List.of(
                    LEAVING,
                    MOVING,
                    RETURNING,
                    RENAMING,
                    UNREACHABLE,
                    STATUS,
                    FORGOTTEN,
                    OWING,
                    RENUMBERING);

    /** The sorts of loss that a limit is set for. */
    public static final List<String> LOSSES =
            List.of(
                    LEAVING,
                    LEAVING_BRANCH,
                    LEAVING_DISTRICT,
                    LEAVING_GROUP,
                    MOVING,
                    MOVING_BRANCH,
                    MOVING_DISTRICT,
                    RETURNING,
                    RENAMING,
                    UNREACHABLE,
                    SET_ASIDE,
                    STATUS,
                    JOINING,
                    FORGOTTEN,
                    OWING,
                    RENUMBERING,
                    ASKING,
                    VANISHING,
                    CUT,
                    STALE);

    private static final Set<String> EVIDENCE = Set.of(SET_ASIDE, ASKING, VANISHING, CUT, STALE);

    /** Those that can be announced. What is evidence of a wrong file never is expected. */
    public static final List<String> EXPECTED =
            LOSSES.stream().filter(sort -> !EVIDENCE.contains(sort)).toList();

    public RosterLimits {
        limits = Map.copyOf(limits);
    }

    public Safeguard safeguard() {
        return new Safeguard(limits);
    }

    /** With limits that are lifted today. */
    public Safeguard safeguard(Map<String, Limit> lifted) {
        Map<String, Limit> today = new HashMap<>(limits);
        EXPECTED.stream()
                .filter(lifted::containsKey)
                .forEach(sort -> today.put(sort, lifted.get(sort)));
        return new Safeguard(today);
    }
}
