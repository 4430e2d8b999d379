package org.freihafen.pagesadmin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;

import org.freihafen.ids.PlanId;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Notices;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.Visitor;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Loss;
import org.freihafen.reshape.ForeseeingFile;
import org.freihafen.structure.UnitKey;
import org.freihafen.structurefile.FileProblem;
import org.freihafen.structurefile.ReadingStructure;
import org.freihafen.structurefile.Structuring;
import org.freihafen.structurefile.Structuring.Answer;
import org.freihafen.structurefile.UnitRow;
import org.freihafen.words.ConsequenceLines;
import org.freihafen.words.Words;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** An administrator uploads the structure file, sees what it would do, and approves that. */
@Named
@RequestScoped
public class StructurePage {
    private static final int MENDED_AT_ONCE = 100;
    private static final int SHOWN = 500;

    @Inject private HttpServletRequest request;
    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private PageWords words;
    @Inject private Notices notices;
    @Inject private ReadingStructure reading;
    @Inject private Structuring structuring;

    @Inject private ForeseeingFile foreseeing;
    @Inject private ConsequenceLines lines;

    private final Once<List<String>> consequences = new Once<>();
    private Optional<Answer> answer = Optional.empty();
    private boolean approved;

    /** One unit's change as a line for people. */
    public record ChangeLine(String kind, String name, String what) {}

    public int size() {
        return asked.structure().living().size();
    }

    public List<FileProblem> problems() {
        return answer.orElse(null) instanceof Answer.Broken(List<FileProblem> problems)
                ? problems
                : List.of();
    }

    /** Whether there is a plan to show, or one that was shown comes back approved. */
    public boolean planned() {
        return sent() || plan().isPresent();
    }

    public boolean approvable() {
        return sent() || count() > 0;
    }

    private boolean sent() {
        return !approved && !asked.text("hash").isEmpty();
    }

    private Optional<Answer.Planned> plan() {
        return answer.filter(Answer.Planned.class::isInstance).map(Answer.Planned.class::cast);
    }

    public String id() {
        return plan().map(plan -> plan.id().toString()).orElse("");
    }

    public String hash() {
        return plan().map(Answer.Planned::hash).orElse("");
    }

    public int count() {
        return plan().map(plan -> plan.plan().changes().size()).orElse(0);
    }

    public List<Loss> losses() {
        return plan().map(plan -> words.reasons(plan.verdict())).orElse(List.of());
    }

    public List<ChangeLine> changes() {
        return plan().map(plan ->
                        plan.plan().changes().stream().limit(SHOWN).map(this::line).toList())
                .orElse(List.of());
    }

    private ChangeLine line(Change<UnitKey, UnitRow> change) {
        return switch (change) {
            case Change.Create<UnitKey, UnitRow>(UnitKey key, UnitRow row) ->
                    new ChangeLine("NEW", row.name(), words.say("structure.key", key));
            case Change.Update<UnitKey, UnitRow>(UnitKey key, UnitRow was, UnitRow becomes) ->
                    new ChangeLine(
                            was.parent().equals(becomes.parent()) ? "CHANGED" : "MOVED",
                            becomes.name(),
                            was.name().equals(becomes.name())
                                    ? words.say("structure.key", key)
                                    : words.say("structure.was", was.name()));
            case Change.Delete<UnitKey, UnitRow>(UnitKey key, UnitRow row) ->
                    new ChangeLine("ENDS", row.name(), words.say("structure.key", key));
        };
    }

    /** Who gains and who loses access to folders. */
    public List<String> consequences() {
        return consequences.get(() ->
                plan().map(plan ->
                                lines.all(
                                        foreseeing.foresee(visitor.actor(), plan.plan()),
                                        Words.in(words.locale())))
                        .orElse(List.of()));
    }

    /** As many problems as anybody mends before the next try. */
    public List<FileProblem> first() {
        return problems().stream().limit(MENDED_AT_ONCE).toList();
    }

    public String said(FileProblem problem) {
        return problem.said(words.locale());
    }

    public String cure(FileProblem problem) {
        return problem.cure(words.locale());
    }

    public @Nullable String upload() throws IOException, ServletException {
        Part file = request.getPart("file");
        if (file == null || file.getSize() == 0) {
            return notices.nothingIn(file);
        }
        try (InputStream content = file.getInputStream()) {
            answer = Optional.of(reading.plan(visitor.actor(), content));
        }
        if (!problems().isEmpty()) {
            return notices.wrong(
                    words.say("structure.problems", problems().size()),
                    words.say("structure.problems.cure"));
        }
        return null;
    }

    public @Nullable String approve() {
        approved = true;
        return notices.said(
                structuring.approve(
                        visitor.actor(), asked.id("id", PlanId::of), asked.text("hash")),
                "/structure?faces-redirect=true",
                "structure.approved");
    }
}
