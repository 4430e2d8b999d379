package org.freihafen.roster;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.Config;
import org.freihafen.reconcile.Limit;
import org.freihafen.reconcile.Safeguard;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How much a roster may take away before its plan is called dangerous. */
@Dependent
public class RosterLimits {
    static final String LEAVING = "roster.leaving";
    static final String LEAVING_BRANCH = "roster.leaving-branch";
    static final String LEAVING_DISTRICT = "roster.leaving-district";
    static final String MOVING = "roster.moving";
    static final String RETURNING = "roster.returning";
    static final String RENAMING = "roster.renaming";
    static final String UNREACHABLE = "roster.unreachable";
    static final String SET_ASIDE = "roster.set-aside";

    /** Sorts of loss that are counted over everybody. */
    static final List<String> OVERALL = List.of(LEAVING, MOVING, RETURNING, RENAMING, UNREACHABLE);

    private static final List<String> OTHERS = List.of(LEAVING_BRANCH, LEAVING_DISTRICT, SET_ASIDE);

    private final Safeguard safeguard;

    @Inject
    public RosterLimits(Config config) {
        this(sort ->
                new Limit(
                        config.getValue(sort + ".most", Integer.class),
                        config.getValue(sort + ".percent", Integer.class)));
    }

    RosterLimits(Function<String, Limit> limits) {
        safeguard =
                new Safeguard(
                        Stream.concat(OVERALL.stream(), OTHERS.stream())
                                .collect(Collectors.toMap(Function.identity(), limits)));
    }

    Safeguard safeguard() {
        return safeguard;
    }
}
