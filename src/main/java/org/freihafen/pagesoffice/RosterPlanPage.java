package org.freihafen.pagesoffice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.applying.Approving;
import org.freihafen.applying.CarryingOn;
import org.freihafen.enrolment.Enrolling;
import org.freihafen.enrolment.Roster;
import org.freihafen.enrolment.RosterChange;
import org.freihafen.enrolment.RosterChange.Kind;
import org.freihafen.enrolment.RosterEffects.Effect;
import org.freihafen.enrolment.RosterReport;
import org.freihafen.identity.Question;
import org.freihafen.identity.Question.Reply;
import org.freihafen.ids.RosterId;
import org.freihafen.ids.UnitId;
import org.freihafen.pages.Asked;
import org.freihafen.pages.NotThere;
import org.freihafen.pages.Notices;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.UnitNames;
import org.freihafen.pages.Visitor;
import org.freihafen.reconcile.Loss;
import org.freihafen.structure.Unit;
import org.freihafen.web.Here;
import org.freihafen.words.ChangeFilter;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a waiting roster asks and would do; the member office approves exactly that. */
@Named
@RequestScoped
public class RosterPlanPage {
    private static final int SHOWN = 100;
    private static final int EFFECTS = 50;

    @Inject private HttpServletRequest request;
    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private PageWords words;
    @Inject private UnitNames unitNames;
    @Inject private Notices notices;
    @Inject private ChangeLines lines;
    @Inject private Enrolling enrolling;
    @Inject private Approving approving;
    @Inject private CarryingOn carrying;

    private final Once<RosterReport> report = new Once<>();
    private final Once<List<ChangeLines.ChangeLine>> changes = new Once<>();

    public RosterReport report() {
        return report.get(() ->
                switch (enrolling.show(visitor.actor(), id())) {
                    case Decision.Done<RosterReport>(RosterReport found) -> found;
                    case Decision.Refused<RosterReport> _ -> throw new NotThere();
                });
    }

    private RosterId id() {
        return asked.id("id", RosterId::of);
    }

    /** Every kind of change that can be, in the order in which they are told. */
    public List<Kind> kinds() {
        return Arrays.asList(Kind.values());
    }

    public List<Loss> losses() {
        return words.reasons(report().verdict());
    }

    /** Something to decide, in words. */
    public record QuestionLine(String key, String said, Reply proposed, List<Reply> possible) {}

    public List<QuestionLine> questions() {
        return lines.seesRegister()
                ? report().questions().stream().map(this::line).toList()
                : List.of();
    }

    private QuestionLine line(Question question) {
        String said =
                words.say(
                        "question." + question.kind(),
                        question.about().value(),
                        question.other().map(Object::toString).orElse(""));
        return new QuestionLine(question.key(), said, question.proposed(), question.possible());
    }

    /** What an answer means; the same word can mean different things to different questions. */
    public String reply(QuestionLine question, Reply reply) {
        String kind = question.key().substring(0, question.key().indexOf(':'));
        String own = "reply." + kind + "." + reply;
        return words.say(words.has(own) ? own : "reply." + reply);
    }

    public @Nullable String answer() {
        Map<String, Reply> replies = new HashMap<>();
        List<QuestionLine> open = questions();
        for (QuestionLine question : open) {
            Optional.ofNullable(request.getParameter("reply." + question.key()))
                    .flatMap(said ->
                            question.possible().stream()
                                    .filter(reply -> reply.name().equals(said))
                                    .findFirst())
                    .ifPresent(reply -> replies.put(question.key(), reply));
        }
        return notices.said(
                enrolling.answer(visitor.actor(), id(), replies),
                "/roster?faces-redirect=true&id=" + id(),
                "roster.answered");
    }

    /** What units lose, one sentence each. */
    public List<String> effects() {
        List<String> said = new ArrayList<>();
        for (Effect effect : report().effects().stream().limit(EFFECTS).toList()) {
            String unit = unitNames.name(effect.unit());
            if (effect.losesLastLead()) {
                said.add(words.say("effect.lead.last", unit));
            } else if (effect.leads() > 0) {
                said.add(words.say("effect.lead", unit, effect.leads(), effect.leadsBefore()));
            }
            if (effect.members() > 0) {
                said.add(
                        words.say(
                                "effect.members", unit, effect.members(), effect.membersBefore()));
            }
        }
        return said;
    }

    /** Those asked for: of a kind, in a unit, with a number or name; and the page asked for. */
    public List<ChangeLines.ChangeLine> changes() {
        return changes.get(() ->
                report().changes()
                        .filter(this::wanted)
                        .skip(skipped())
                        .limit(SHOWN)
                        .map(lines::line)
                        .toList());
    }

    private boolean wanted(RosterChange change) {
        boolean kind = only().isEmpty() || change.kind().name().equals(only());
        boolean said =
                text().isEmpty() || (lines.seesRegister() && ChangeFilter.says(change, text()));
        return kind && said && inUnit(change);
    }

    private boolean inUnit(RosterChange change) {
        if (unit().isEmpty()) {
            return true;
        }
        Optional<UnitId> within = unitNames.named(unit()).map(Unit::id);
        return within.isPresent() && ChangeFilter.touches(change, within.get(), asked.structure());
    }

    public String only() {
        return asked.text("only");
    }

    public String text() {
        return asked.text("text");
    }

    public String unit() {
        return asked.text("unit");
    }

    /** This page with what is looked for, without the place in the list. */
    public String here() {
        return "roster?id=%s&only=%s&text=%s&unit=%s"
                .formatted(id(), Here.encoded(only()), Here.encoded(text()), Here.encoded(unit()));
    }

    public int skipped() {
        String text = asked.text("after");
        return text.matches("\\d{1,7}") ? Integer.parseInt(text) : 0;
    }

    /** How many to skip for the next page; 0 on the last. */
    public int next() {
        return changes().size() < SHOWN ? 0 : skipped() + SHOWN;
    }

    public @Nullable String approve() {
        return switch (approving.approve(visitor.actor(), id(), asked.text("hash"))) {
            case Decision.Refused<Roster>(Refusal why) -> notices.refused(why);
            case Decision.Done<Roster>(Roster half) when half.waits() ->
                    notices.done("/roster?faces-redirect=true&id=" + id(), "roster.approved.first");
            case Decision.Done<Roster>(Roster approved) ->
                    notices.done(
                            "/roster-progress?faces-redirect=true&id=" + id(),
                            carrying.begin(approved).stage() == Roster.Stage.APPLIED
                                    ? "roster.approved"
                                    : "roster.begun");
        };
    }

    public @Nullable String discard() {
        return notices.said(
                enrolling.discard(visitor.actor(), id()),
                "/roster?faces-redirect=true",
                "roster.discarded");
    }
}
