package org.freihafen.pagesoffice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.leaving.DueReport;
import org.freihafen.leaving.LeavingDue;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Notices;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.Visitor;
import org.freihafen.reconcile.Loss;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/** Those whose day of leaving has come and who wait for the member office's word. */
@Named
@RequestScoped
public class DueLeavers {
    private static final int SHOWN = 100;

    @Inject private Visitor visitor;
    @Inject private Asked asked;
    @Inject private PageWords words;
    @Inject private Notices notices;
    @Inject private ChangeLines lines;
    @Inject private LeavingDue leaving;

    private final Once<Optional<DueReport>> report = new Once<>();

    private Optional<DueReport> found() {
        return report.get(() -> leaving.waiting(visitor.actor()));
    }

    public boolean waiting() {
        return found().isPresent();
    }

    public int count() {
        return found().map(DueReport::count).orElse(0);
    }

    public String hash() {
        return found().map(DueReport::hash).orElse("");
    }

    public List<Loss> losses() {
        return found().map(due -> words.reasons(due.verdict())).orElse(List.of());
    }

    /** The first of those who would leave. */
    public List<ChangeLines.ChangeLine> changes() {
        return found().stream().flatMap(DueReport::changes).limit(SHOWN).map(lines::line).toList();
    }

    /** Those who cannot leave before somebody else administers the whole. */
    public List<ChangeLines.ChangeLine> staying() {
        return found().stream().flatMap(due -> due.staying().stream()).map(lines::line).toList();
    }

    public @Nullable String approve() {
        return notices.said(
                leaving.approve(visitor.actor(), asked.text("hash")),
                "/roster?faces-redirect=true",
                "due.approved");
    }
}
