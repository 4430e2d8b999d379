package org.freihafen.pagesoffice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.access.Decision;
import org.freihafen.ids.PersonId;
import org.freihafen.pages.Asked;
import org.freihafen.pages.NotThere;
import org.freihafen.pages.Notices;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.UnitNames;
import org.freihafen.pages.Visitor;
import org.freihafen.privacy.AskingByRight;
import org.freihafen.privacy.Held.Entry;
import org.freihafen.privacy.Held.Field;
import org.freihafen.privacy.Held.Value;
import org.freihafen.privacy.PersonRecord;
import org.freihafen.privacy.PersonRecord.Section;
import org.freihafen.privacy.ReadingRecord;
import org.freihafen.privacy.RightsRequest;
import org.freihafen.privacy.RightsRequest.Right;
import org.freihafen.retention.Retained;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/** What is held about somebody, to read and to print, and what they can ask for. */
@Named
@RequestScoped
public class RecordPage {
    private static final String PAGE = "/record?faces-redirect=true";

    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private PageWords words;
    @Inject private UnitNames unitNames;
    @Inject private Notices notices;
    @Inject private ReadingRecord reading;
    @Inject private AskingByRight asking;

    private final Once<PersonRecord> record = new Once<>();

    public boolean own() {
        return person().equals(visitor.id());
    }

    private PersonId person() {
        return asked.text("person").isEmpty() ? visitor.id() : asked.id("person", PersonId::of);
    }

    public PersonRecord record() {
        return record.get(() ->
                switch (reading.read(visitor.actor(), person())) {
                    case Decision.Done<PersonRecord>(PersonRecord found) -> found;
                    case Decision.Refused<PersonRecord> _ -> throw new NotThere();
                });
    }

    /** Sections in which something stands. */
    public List<Section> filled() {
        return record().sections().stream().filter(s -> !s.entries().isEmpty()).toList();
    }

    public List<Section> absent() {
        return record().sections().stream().filter(s -> s.entries().isEmpty()).toList();
    }

    /** How long a sort of data is kept. */
    public String kept(Retained row) {
        String until = row.until(words.tag());
        return row.after()
                .map(Duration::toDays)
                .map(days -> words.say("kept.days", days, until))
                .orElse(until);
    }

    public String label(Field field) {
        String key = "held." + field.name();
        return words.has(key) ? words.say(key) : field.name();
    }

    public String said(Field field) {
        return switch (field.value()) {
            case Value.Text(String text) -> words.ours(text);
            case Value.Figure(long number) -> words.say("number", number);
            case Value.Day(var day) -> words.day(day);
            case Value.Moment(var moment) -> words.moment(moment);
            case Value.InUnit(var unit) ->
                    asked.structure()
                            .byId(unit)
                            .map(unitNames::name)
                            .orElse(words.say("duties.everywhere"));
            case Value.Somebody(boolean oneself) ->
                    words.say(oneself ? own() ? "held.you" : "held.this" : "held.other");
        };
    }

    /** A section's things are few enough to lie open. */
    public boolean few(Section section) {
        return section.entries().stream().map(Entry::fields).mapToInt(List::size).sum() <= 24;
    }

    public List<RightsRequest> asked() {
        return own() ? asking.own(visitor.id()) : List.of();
    }

    public @Nullable String askCorrection() {
        return ask(Right.CORRECTION);
    }

    public @Nullable String askErasure() {
        return ask(Right.ERASURE);
    }

    private @Nullable String ask(Right right) {
        Decision<RightsRequest> decision = asking.ask(visitor.id(), right, asked.text("text"));
        return switch (decision) {
            case Decision.Done<RightsRequest>(RightsRequest made) ->
                    notices.done(PAGE, "rights.asked", words.day(made.due()));
            case Decision.Refused<RightsRequest>(var why) -> notices.refused(why);
        };
    }
}
