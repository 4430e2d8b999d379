package org.freihafen.pagesoffice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.access.Action;
import org.freihafen.monthly.ReadingStatements;
import org.freihafen.monthly.ReadingStatements.Issued;
import org.freihafen.monthly.ReadingStatements.Told;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.Visitor;
import org.freihafen.structure.Unit;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How far the boards' monthly statements came, month by month; never what they say. */
@Named
@RequestScoped
public class StatementsPage {
    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private PageWords words;
    @Inject private ReadingStatements reading;

    private final Once<Issued> issued = new Once<>();

    /** Something that somebody has to mend, or that only has to be waited for. */
    public record Waiting(String what, String why) {}

    /** A month with all that lie in their workspaces. */
    public record Month(String name, List<Filed> filed) {}

    /** One that lies in its board's workspace since a day. */
    public record Filed(String branch, String day) {}

    public boolean open() {
        return asked.mayEverywhere(Action.SEE_REPORTS);
    }

    private Issued issued() {
        return issued.get(() -> reading.read(visitor.actor()));
    }

    /** Whether any board is to get one at all. */
    public boolean wanted() {
        return !issued().branches().isEmpty();
    }

    public String next() {
        return words.day(issued().next());
    }

    public List<Waiting> waiting() {
        List<Waiting> waiting = new ArrayList<>();
        for (Told told : issued().latest()) {
            if (told.statement().told().isEmpty()) {
                waiting.add(
                        new Waiting(
                                words.say(
                                        "statements.of",
                                        told.branch().name(),
                                        month(told.statement().month())),
                                told.statement()
                                        .waits()
                                        .map(words::said)
                                        .orElseGet(() -> words.say("statements.soon"))));
            }
        }
        if (issued().latest().isEmpty()) {
            for (Unit branch : issued().boardless()) {
                waiting.add(new Waiting(branch.name(), words.say("statements.boardless")));
            }
        }
        return waiting;
    }

    public List<Month> months() {
        Map<YearMonth, List<Filed>> months = new LinkedHashMap<>();
        for (Told told : issued().latest()) {
            told.statement()
                    .filed()
                    .ifPresent(at ->
                            months.computeIfAbsent(told.statement().month(), _ -> new ArrayList<>())
                                    .add(new Filed(told.branch().name(), words.momentDay(at))));
        }
        return months.entrySet().stream()
                .map(month -> new Month(month(month.getKey()), month.getValue()))
                .toList();
    }

    private String month(YearMonth month) {
        return words.month(month.atDay(1));
    }
}
