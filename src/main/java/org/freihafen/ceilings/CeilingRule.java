package org.freihafen.ceilings;

import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.membership.Period;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grantee;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a grant is measured by: the ceilings of the cloud, of the unit's kind and of all units above
 * it. Each can only tighten what stands above, so the first that refuses is named.
 */
public final class CeilingRule {
    private CeilingRule() {}

    /**
     * A ceiling and whose it is.
     *
     * @param whose a cloud's name, a kind's or a unit's
     */
    public record Ruled(String whose, Ceiling ceiling) {}

    public static Optional<Refusal> check(List<Ruled> chain, Grantee to, Period period) {
        return chain.stream().flatMap(ruled -> check(ruled, to, period).stream()).findFirst();
    }

    private static Optional<Refusal> check(Ruled ruled, Grantee to, Period period) {
        Ceiling ceiling = ruled.ceiling();
        if (to.kind() == Grantee.Kind.UNIT) {
            return Optional.empty();
        }
        if (!ceiling.to().contains(to.kind())) {
            return Optional.of(
                    Refusal.by(Rule.CEILING_KIND, ruled.whose(), kinds(ceiling), name(to.kind())));
        }
        if (ceiling.password() && to.kind().linked() && !to.asksPassword()) {
            return Optional.of(Refusal.by(Rule.CEILING_PASSWORD, ruled.whose()));
        }
        return ceiling.longestDays()
                .filter(days -> longer(period, days))
                .map(days ->
                        Refusal.by(
                                Rule.CEILING_LONGEST,
                                ruled.whose(),
                                String.valueOf(days),
                                latest(period.from(), days).minusDays(1).toString()));
    }

    private static boolean longer(Period period, int days) {
        LocalDate latest = latest(period.from(), days);
        return period.until().filter(until -> !until.isAfter(latest)).isEmpty();
    }

    /** The first day on which a grant from this day may no longer hold. */
    private static LocalDate latest(LocalDate from, int days) {
        return from.plusDays(days);
    }

    /** What all of them allow together. */
    public static Ceiling effective(List<Ruled> chain) {
        return chain.stream().map(Ruled::ceiling).reduce(Ceiling.OPEN, Ceiling::and);
    }

    /** Whether a unit may set this below those above it: it can only tighten. */
    public static Optional<Refusal> checkTightening(List<Ruled> above, Ceiling wished) {
        return above.stream()
                .filter(ruled -> !wished.within(ruled.ceiling()))
                .findFirst()
                .map(ruled ->
                        Refusal.by(
                                Rule.CEILING_WIDER,
                                ruled.whose(),
                                kinds(ruled.ceiling()),
                                ruled.ceiling().longestDays().map(String::valueOf).orElse("any")));
    }

    /**
     * What becomes of a grant under a new ceiling: empty if it stays as it is.
     *
     * @return until when it may hold; today, if it may not hold at all
     */
    public static Optional<LocalDate> cut(Ceiling ceiling, Grant grant, LocalDate today) {
        Grantee to = grant.to();
        if (to.kind() == Grantee.Kind.UNIT) {
            return Optional.empty();
        }
        if (!ceiling.to().contains(to.kind())
                || (ceiling.password() && to.kind().linked() && !to.asksPassword())) {
            return Optional.of(today);
        }
        return ceiling.longestDays()
                .filter(days -> longer(grant.period(), days))
                .map(days -> latest(grant.period().from(), days))
                .map(latest -> latest.isBefore(today) ? today : latest);
    }

    private static String kinds(Ceiling ceiling) {
        return ceiling.to().isEmpty()
                ? "nobody"
                : ceiling.to().stream()
                        .sorted()
                        .map(CeilingRule::name)
                        .collect(Collectors.joining(", "));
    }

    private static String name(Grantee.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
