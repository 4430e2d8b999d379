package org.freihafen.ceilings;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.freihafen.ceilings.CeilingRule.Ruled;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Period;
import org.freihafen.shares.Grantee;
import org.freihafen.shares.Grantee.Kind;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Ceilings tighten downwards and never widen, for all of them. */
class CeilingRuleTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 1);

    @Provide
    Arbitrary<Ceiling> ceilings() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class).set(),
                        Arbitraries.integers().between(1, 400).optional(),
                        Arbitraries.of(true, false))
                .as(Ceiling::new);
    }

    @Provide
    Arbitrary<List<Ruled>> chains() {
        return ceilings().map(ceiling -> new Ruled("wer auch immer", ceiling)).list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<Grantee> grantees() {
        return Arbitraries.of(
                new Grantee.ToLink(true),
                new Grantee.ToLink(false),
                new Grantee.ToMail("presse@example.org", true),
                new Grantee.ToMail("presse@example.org", false),
                new Grantee.ToFederated("anna@example.org"));
    }

    @Provide
    Arbitrary<Period> periods() {
        return Arbitraries.integers()
                .between(1, 500)
                .optional()
                .map(days -> new Period(TODAY, days.map(TODAY::plusDays)));
    }

    @Property
    void the_effective_ceiling_is_never_wider_than_any_above(@ForAll("chains") List<Ruled> chain) {
        Ceiling effective = CeilingRule.effective(chain);

        assertThat(chain).allMatch(ruled -> effective.within(ruled.ceiling()));
    }

    @Property
    void one_more_below_never_allows_more(
            @ForAll("chains") List<Ruled> chain,
            @ForAll("ceilings") Ceiling lower,
            @ForAll("grantees") Grantee to,
            @ForAll("periods") Period period) {
        List<Ruled> longer = new ArrayList<>(chain);
        longer.add(new Ruled("weiter unten", lower));

        assertThat(CeilingRule.effective(longer).within(CeilingRule.effective(chain))).isTrue();
        if (CeilingRule.check(chain, to, period).isPresent()) {
            assertThat(CeilingRule.check(longer, to, period)).isPresent();
        }
    }

    @Property
    void a_chain_refuses_exactly_what_its_effective_ceiling_refuses(
            @ForAll("chains") List<Ruled> chain,
            @ForAll("grantees") Grantee to,
            @ForAll("periods") Period period) {
        Ruled all = new Ruled("alle", CeilingRule.effective(chain));

        assertThat(CeilingRule.check(chain, to, period).isPresent())
                .isEqualTo(CeilingRule.check(List.of(all), to, period).isPresent());
    }

    @Property
    void what_may_be_set_is_what_lies_within_all_above(
            @ForAll("chains") List<Ruled> above, @ForAll("ceilings") Ceiling wished) {
        assertThat(CeilingRule.checkTightening(above, wished).isEmpty())
                .isEqualTo(wished.within(CeilingRule.effective(above)));
    }

    @Property
    void meeting_is_the_same_from_both_sides_and_twice(
            @ForAll("ceilings") Ceiling one, @ForAll("ceilings") Ceiling other) {
        assertThat(one.and(other)).isEqualTo(other.and(one));
        assertThat(one.and(other).and(other)).isEqualTo(one.and(other));
        assertThat(one.and(Ceiling.OPEN)).isEqualTo(one);
    }

    @Property
    void units_are_always_granted_to(
            @ForAll("chains") List<Ruled> chain, @ForAll("periods") Period period) {
        Grantee unit = new Grantee.ToGroup(new GroupId(new UnitId(new UUID(1, 1)), Part.PEOPLE));

        assertThat(CeilingRule.check(chain, unit, period)).isEqualTo(Optional.empty());
    }
}
