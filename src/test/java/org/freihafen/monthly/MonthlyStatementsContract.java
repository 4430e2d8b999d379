package org.freihafen.monthly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.Saying;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.YearMonth;

/** What every {@link MonthlyStatements} keeps. */
public abstract class MonthlyStatementsContract {
    private static final YearMonth MAY = YearMonth.of(2026, 5);
    private static final Instant NOW = Instant.parse("2026-06-05T08:00:00Z");

    protected abstract MonthlyStatements statements();

    protected abstract UnitId someUnit();

    private MonthlyStatement drawn(UnitId branch, YearMonth month) {
        MonthlyStatement fresh = MonthlyStatement.fresh(branch, month, NOW, "Zahlen; „ä“\r\n");
        statements().add(fresh);
        return fresh;
    }

    @Test
    void each_branch_has_one_of_each_month() {
        UnitId branch = someUnit();
        MonthlyStatement first = drawn(branch, MAY);
        statements().add(MonthlyStatement.fresh(branch, MAY, NOW.plusSeconds(60), "anderes"));
        MonthlyStatement next = drawn(branch, MAY.plusMonths(1));
        MonthlyStatement other = drawn(someUnit(), MAY);

        assertThat(statements().open()).containsExactlyInAnyOrder(first, other, next);
        assertThat(statements().open()).last().isEqualTo(next);
        assertThat(statements().since(MAY)).first().isEqualTo(next);
        assertThat(statements().since(MAY.plusMonths(1))).containsExactly(next);
        assertThat(statements().lock(branch, MAY)).contains(first);
        assertThat(statements().lock(branch, MAY.minusMonths(1))).isEmpty();
    }

    @Test
    void how_far_it_came_is_kept_until_somebody_was_told() {
        MonthlyStatement fresh = drawn(someUnit(), MAY);
        MonthlyStatement waits = fresh.waiting(Saying.of("statement.no-workspace", "Vorstand"));
        statements().save(waits);
        assertThat(statements().open()).containsExactly(waits);

        MonthlyStatement filed = waits.filed(NOW.plusSeconds(5));
        statements().save(filed);
        assertThat(statements().open()).containsExactly(filed);
        assertThat(filed.text()).isEmpty();

        MonthlyStatement told = filed.told(NOW.plusSeconds(9));
        statements().save(told);
        assertThat(statements().open()).isEmpty();
        assertThat(statements().since(MAY)).containsExactly(told);
    }

    @Test
    void one_that_was_never_drawn_up_is_not_saved() {
        MonthlyStatement unknown = MonthlyStatement.fresh(someUnit(), MAY, NOW, "");

        assertThatThrownBy(() -> statements().save(unknown))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nothing_that_is_logged_holds_the_counts() {
        assertThat(drawn(someUnit(), MAY).toString()).doesNotContain("Zahlen");
    }
}
