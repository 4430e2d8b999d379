package org.freihafen.pagesoffice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.access.Action;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Once;
import org.freihafen.retention.Forgetting;
import org.freihafen.retention.Retained;
import org.freihafen.retention.Retention;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What is kept, why and how long; with a duty, how much of it is deleted next. */
@Named
@RequestScoped
public class KeptPage {
    @Inject private Asked asked;
    @Inject private Retention retention;
    @Inject private Forgetting forgetting;

    private final Once<Map<String, Integer>> now = new Once<>();
    private final Once<Map<String, Integer>> soon = new Once<>();

    public List<Retained> rows() {
        return retention.rows();
    }

    public boolean counts() {
        return asked.mayEverywhere(Action.SEE_RETENTION);
    }

    public boolean timed(Retained row) {
        return now().containsKey(row.name());
    }

    public int now(Retained row) {
        return now().getOrDefault(row.name(), 0);
    }

    public int soon(Retained row) {
        return soon.get(() -> due(Duration.ofDays(7))).getOrDefault(row.name(), 0);
    }

    private Map<String, Integer> now() {
        return now.get(() -> due(Duration.ZERO));
    }

    private Map<String, Integer> due(Duration later) {
        return forgetting.due(later);
    }
}
