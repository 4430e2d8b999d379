package org.freihafen.pagesoffice;

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
import org.freihafen.pages.Asked;
import org.freihafen.pages.DisplayNames;
import org.freihafen.pages.Notices;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.Visitor;
import org.freihafen.roster.RosterProfiles;
import org.freihafen.structurefile.FileProblem;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The member office uploads an export, and finds those that were read before. */
@Named
@RequestScoped
public class RosterPage {
    private static final int LATEST = 20;

    @Inject private HttpServletRequest request;
    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private PageWords words;
    @Inject private Notices notices;
    @Inject private ChangeLines lines;
    @Inject private Enrolling enrolling;
    @Inject private DisplayNames names;
    @Inject private RosterProfiles profiles;

    private final Once<List<Roster>> latest = new Once<>();

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
        return latest.get(() -> enrolling.latest(visitor.actor(), Optional.empty(), LATEST));
    }

    public boolean showing() {
        return !asked.text("id").isEmpty();
    }

    public int count(Roster roster, Kind kind) {
        return roster.counts().getOrDefault(kind, 0);
    }

    /** Who read it, and whether somebody has agreed to it already. */
    public String about(Roster roster) {
        String who =
                roster.by()
                        .map(names::of)
                        .map(name -> words.say("roster.by", name))
                        .orElse(words.say("roster.by.none"));
        return roster.waits() && roster.first().isPresent()
                ? who + " " + words.say("roster.half")
                : who;
    }

    public @Nullable String upload() throws IOException, ServletException {
        Part file = request.getPart("file");
        if (file == null || file.getSize() == 0) {
            return notices.nothingIn(file);
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
                    notices.wrong(lines.said(problem), lines.cure(problem));
            case Answer.Waiting(RosterReport waiting) ->
                    notices.done(
                            "/roster?faces-redirect=true&id=" + waiting.roster().id(),
                            "roster.read",
                            waiting.roster().lines());
        };
    }
}
