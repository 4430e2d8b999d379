package org.freihafen.pagesoffice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.ids.PersonId;
import org.freihafen.pages.Asked;
import org.freihafen.pages.DisplayNames;
import org.freihafen.pages.Notices;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.Visitor;
import org.freihafen.privacy.AskingByRight;
import org.freihafen.privacy.RightsRequest;
import org.freihafen.privacy.RightsRequest.Right;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Requests under data protection law, for the member office, the most urgent first. */
@Named
@RequestScoped
public class RightsPage {
    private static final String PAGE = "/rights?faces-redirect=true";

    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private PageWords words;
    @Inject private Notices notices;
    @Inject private DisplayNames names;
    @Inject private AskingByRight asking;
    @Inject private Clock clock;

    private final Once<List<RightsRequest>> open = new Once<>();
    private boolean doubting;

    public List<RightsRequest> open() {
        return open.get(() -> asking.open(visitor.actor()));
    }

    public String name(PersonId person) {
        return names.of(person);
    }

    public String due(RightsRequest request) {
        long days = ChronoUnit.DAYS.between(LocalDate.now(clock), request.due());
        return days < 0
                ? words.say("rights.overdue", words.day(request.due()))
                : words.say("rights.due", words.day(request.due()), days);
    }

    public String tone(RightsRequest request) {
        long days = ChronoUnit.DAYS.between(LocalDate.now(clock), request.due());
        return days < 0 ? "bad" : days <= 7 ? "warn" : "own";
    }

    /** The erasure that would be granted, while it is asked back whether it shall. */
    public Optional<RightsRequest> doubted() {
        return doubting || !asked.text("sure").isEmpty() ? erasure() : Optional.empty();
    }

    private Optional<RightsRequest> erasure() {
        return open().stream()
                .filter(wish -> wish.right() == Right.ERASURE)
                .filter(wish -> wish.id().toString().equals(asked.text("request")))
                .findFirst();
    }

    public String reason() {
        return asked.text("reason");
    }

    /** An erasure is granted only when that was asked back once. */
    public @Nullable String grant() {
        if (erasure().isPresent() && asked.text("sure").isEmpty()) {
            doubting = true;
            return null;
        }
        return answer(true);
    }

    public @Nullable String refuse() {
        return answer(false);
    }

    private @Nullable String answer(boolean granted) {
        return notices.said(
                asking.answer(
                        visitor.actor(),
                        asked.id("request", UUID::fromString),
                        granted,
                        asked.text("reason")),
                PAGE,
                granted ? "rights.granted" : "rights.refused");
    }
}
