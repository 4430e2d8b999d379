package org.freihafen.pagesoffice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.enrolment.Enrolling;
import org.freihafen.identity.Likeness;
import org.freihafen.identity.Question;
import org.freihafen.identity.Question.Kind;
import org.freihafen.identity.Question.Reply;
import org.freihafen.ids.RosterId;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Notices;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.Visitor;
import org.freihafen.roster.RosterEntry;
import org.freihafen.words.Words;
import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a waiting roster asks about people, with both whom each question may be about. */
@Named
@RequestScoped
public class RosterQuestions {
    private static final int SHOWN = 25;

    @Inject private HttpServletRequest request;
    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private PageWords words;
    @Inject private Notices notices;
    @Inject private ChangeLines lines;
    @Inject private RosterPlanPage page;
    @Inject private Enrolling enrolling;

    private final Once<List<QuestionLine>> shown = new Once<>();

    /**
     * Something to decide, in words.
     *
     * @param other heads whom else it may be about; empty if nothing is left of them
     * @param details what both are called, where, and since when
     */
    public record QuestionLine(
            Question question,
            String said,
            String why,
            String other,
            List<ChangeLines.Detail> details) {}

    public int count() {
        return lines.seesRegister() ? page.report().questions().size() : 0;
    }

    /** The first of them. */
    public List<QuestionLine> shown() {
        return shown.get(() ->
                page.report().likenesses().stream()
                        .limit(count())
                        .limit(SHOWN)
                        .map(this::line)
                        .toList());
    }

    private QuestionLine line(Likeness likeness) {
        Question question = likeness.question();
        return new QuestionLine(
                question,
                words.say(
                        "question." + question.kind(),
                        who(likeness.line()),
                        likeness.other().map(this::who).orElse("")),
                words.say(
                        "question.why",
                        reply(question, question.proposed()),
                        Words.in(words.locale()).say("question.why." + likeness.grounds())),
                likeness.other()
                        .map(_ ->
                                words.say(
                                        question.kind() == Kind.TWICE
                                                ? "question.other.line"
                                                : "question.other.known"))
                        .orElse(""),
                lines.likeness(likeness));
    }

    private String who(RosterEntry entry) {
        return words.say("question.who", entry.name(), entry.number().value());
    }

    /** What an answer means; the same word can mean different things to different questions. */
    public String reply(Question question, Reply reply) {
        String own = "reply." + question.kind() + "." + reply;
        return words.say(words.has(own) ? own : "reply." + reply);
    }

    /** How often which answer is proposed, the most frequent first. */
    public List<String> proposals() {
        Map<String, Long> counts =
                page.report().questions().stream()
                        .collect(
                                Collectors.groupingBy(
                                        question -> reply(question, question.proposed()),
                                        Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(each -> words.say("roster.follow.line", each.getValue(), each.getKey()))
                .toList();
    }

    /** Answers all that is open as proposed, if it is still as much as was shown. */
    public @Nullable String follow() {
        RosterId id = asked.id("id", RosterId::of);
        String told = asked.text("told");
        int number = told.matches("\\d{1,7}") ? Integer.parseInt(told) : 0;
        return notices.said(
                enrolling.follow(visitor.actor(), id, number),
                "/roster?faces-redirect=true&id=" + id,
                "roster.followed",
                number);
    }

    /** Answers what was shown; if none of it is asked any more, nothing. */
    public @Nullable String answer() {
        Map<String, Reply> replies = new HashMap<>();
        for (Question question : page.report().questions()) {
            Optional.ofNullable(request.getParameter("reply." + question.key()))
                    .flatMap(said ->
                            question.possible().stream()
                                    .filter(reply -> reply.name().equals(said))
                                    .findFirst())
                    .ifPresent(reply -> replies.put(question.key(), reply));
        }
        if (replies.isEmpty()) {
            return notices.refused(Refusal.by(Rule.CHANGED_SINCE_SHOWN));
        }
        RosterId id = asked.id("id", RosterId::of);
        return notices.said(
                enrolling.answer(visitor.actor(), id, replies),
                "/roster?faces-redirect=true&id=" + id,
                "roster.answered");
    }
}
