package org.freihafen.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;

import org.freihafen.access.Action;
import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.enrolment.Enrolling;
import org.freihafen.enrolment.Enrolling.Answer;
import org.freihafen.enrolment.Roster;
import org.freihafen.enrolment.RosterChange.Kind;
import org.freihafen.enrolment.RosterReport;
import org.freihafen.ids.RosterId;
import org.freihafen.reconcile.Loss;
import org.freihafen.roster.RosterProfiles;
import org.freihafen.structure.FileProblem;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The member office uploads an export, sees what it would do, and approves exactly that. */
@Named
@RequestScoped
public class RosterPage {
    private static final int LATEST = 20;
    private static final int SHOWN = 100;

    @Inject private HttpServletRequest request;
    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private PageWords words;
    @Inject private Notices notices;
    @Inject private ChangeLines lines;
    @Inject private Enrolling enrolling;
    @Inject private RosterProfiles profiles;

    private final Once<List<Roster>> latest = new Once<>();
    private final Once<RosterReport> report = new Once<>();
    private final Once<List<ChangeLines.ChangeLine>> changes = new Once<>();

    public boolean mayUpload() {
        return asked.mayEverywhere(Action.RULE_ROSTER);
    }

    /** How an export may look, the one that was chosen first. */
    public List<String> profiles() {
        String chosen = asked.text("profile");
        return profiles.names().stream()
                .sorted(Comparator.comparing((String name) -> !name.equals(chosen)))
                .toList();
    }

    public List<Roster> latest() {
        return latest.get(() -> enrolling.latest(visitor.actor(), LATEST));
    }

    public boolean showing() {
        return !asked.text("id").isEmpty();
    }

    public RosterReport report() {
        return report.get(() ->
                switch (enrolling.show(visitor.actor(), asked.id("id", RosterId::of))) {
                    case Decision.Done<RosterReport>(RosterReport found) -> found;
                    case Decision.Refused<RosterReport> _ -> throw new NotThere();
                });
    }

    /** Every kind of change that can be, in the order in which they are told. */
    public List<Kind> kinds() {
        return Arrays.asList(Kind.values());
    }

    public int count(Roster roster, Kind kind) {
        return roster.counts().getOrDefault(kind, 0);
    }

    public List<Loss> losses() {
        return words.reasons(report().verdict());
    }

    /** Of the kind that was asked for, the page that was asked for. */
    public List<ChangeLines.ChangeLine> changes() {
        return changes.get(() ->
                report().changes()
                        .filter(change -> only().isEmpty() || change.kind().name().equals(only()))
                        .skip(skipped())
                        .limit(SHOWN)
                        .map(lines::line)
                        .toList());
    }

    public String only() {
        return asked.text("only");
    }

    public int skipped() {
        String text = asked.text("after");
        return text.matches("\\d{1,7}") ? Integer.parseInt(text) : 0;
    }

    /** How many to skip for the next page; 0 on the last. */
    public int next() {
        return changes().size() < SHOWN ? 0 : skipped() + SHOWN;
    }

    public String said(FileProblem problem) {
        return masked(problem).said(words.locale());
    }

    public String cure(FileProblem problem) {
        return masked(problem).cure(words.locale());
    }

    private FileProblem masked(FileProblem problem) {
        return lines.seesRegister()
                ? problem
                : new FileProblem(
                        problem.line(),
                        problem.column(),
                        ChangeLines.MASKED,
                        problem.fault(),
                        problem.facts().stream().map(_ -> ChangeLines.MASKED).toList());
    }

    public @Nullable String upload() throws IOException, ServletException {
        Part file = request.getPart("file");
        if (file == null || file.getSize() == 0) {
            return notices.wrong(words.say("upload.empty"), words.say("upload.empty.cure"));
        }
        try (InputStream content = file.getInputStream()) {
            return switch (enrolling.read(visitor.actor(), asked.text("profile"), content)) {
                case Decision.Done<Answer>(Answer answer) -> answered(answer);
                case Decision.Refused<Answer>(Refusal why) -> notices.refused(why);
            };
        }
    }

    private @Nullable String answered(Answer answer) {
        return switch (answer) {
            case Answer.Unusable(FileProblem problem) ->
                    notices.wrong(said(problem), cure(problem));
            case Answer.Waiting(RosterReport waiting) ->
                    notices.done(
                            "/roster?faces-redirect=true&id=" + waiting.roster().id(),
                            "roster.read",
                            waiting.roster().lines());
        };
    }

    public @Nullable String approve() {
        return notices.said(
                enrolling.approve(
                        visitor.actor(), asked.id("id", RosterId::of), asked.text("hash")),
                "/roster?faces-redirect=true",
                "roster.approved");
    }

    public @Nullable String discard() {
        return notices.said(
                enrolling.discard(visitor.actor(), asked.id("id", RosterId::of)),
                "/roster?faces-redirect=true",
                "roster.discarded");
    }
}
