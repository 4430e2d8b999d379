package org.freihafen.pagesgroup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.governance.Founding;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Notices;
import org.freihafen.pages.Visitor;
import org.freihafen.structure.Unit;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** Founds a group below the one that was asked for. */
@Named
@RequestScoped
public class FoundPage {
    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private Notices notices;
    @Inject private Founding founding;

    public @Nullable String found() {
        if (founders().stream().anyMatch(line -> line.length() > GroupActs.LONGEST_ADDRESS)) {
            return notices.tooLong(GroupActs.LONGEST_ADDRESS);
        }
        Founding.Wish wish =
                new Founding.Wish(
                        asked.text("kind"), asked.unit().key(), asked.text("name"), founders());
        return switch (founding.found(visitor.actor(), wish)) {
            case Decision.Done<Unit>(Unit unit) ->
                    notices.done(GroupActs.page(unit), "found.done", unit.name());
            case Decision.Refused<Unit>(Refusal why) -> notices.refused(why);
        };
    }

    private List<String> founders() {
        return asked.text("founders")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
