package org.freihafen.pagesoffice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.access.Action;
import org.freihafen.enrolment.RosterLimits;
import org.freihafen.expected.ExpectedChange;
import org.freihafen.expected.Expecting;
import org.freihafen.ids.ExpectedId;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Notices;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.Visitor;
import org.freihafen.reconcile.Limit;
import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/** The calendar of expected mass changes. */
@Named
@RequestScoped
public class CalendarPage {
    private static final String PAGE = "/calendar?faces-redirect=true";
    private static final int EVERYBODY = 10_000_000;
    private static final int LONGEST = 400;

    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private PageWords words;
    @Inject private Notices notices;
    @Inject private Expecting expecting;

    private final Once<List<ExpectedChange>> ahead = new Once<>();

    public boolean mayRule() {
        return asked.mayEverywhere(Action.RULE_ROSTER);
    }

    public List<ExpectedChange> ahead() {
        return ahead.get(() -> expecting.ahead(visitor.actor()));
    }

    public List<String> sorts() {
        return RosterLimits.EXPECTED;
    }

    public String line(ExpectedChange expected) {
        return words.say(
                "calendar.line",
                words.day(expected.from()),
                words.day(expected.until()),
                expected.limit().atMost(),
                expected.reason());
    }

    public @Nullable String announce() {
        String reason = asked.text("reason");
        if (reason.length() > LONGEST) {
            return notices.tooLong(LONGEST);
        }
        String most = asked.text("most");
        boolean sound =
                sorts().contains(asked.text("what"))
                        && !reason.isBlank()
                        && most.matches("\\d{0,7}");
        try {
            LocalDate from = LocalDate.parse(asked.text("from"));
            LocalDate until = LocalDate.parse(asked.text("until"));
            if (sound) {
                Limit limit = new Limit(most.isEmpty() ? EVERYBODY : Integer.parseInt(most), 0);
                return notices.said(
                        expecting.announce(
                                visitor.actor(), asked.text("what"), from, until, limit, reason),
                        PAGE,
                        "calendar.announced");
            }
        } catch (DateTimeException notADay) {
            return notices.wrong(words.say("calendar.wrong"), words.say("calendar.wrong.cure"));
        }
        return notices.wrong(words.say("calendar.wrong"), words.say("calendar.wrong.cure"));
    }

    public @Nullable String withdraw() {
        return notices.said(
                expecting.withdraw(visitor.actor(), asked.id("expected", ExpectedId::of)),
                PAGE,
                "calendar.withdrawn");
    }
}
