package org.freihafen.pagesoffice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.access.Action;
import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.applying.Approving;
import org.freihafen.applying.CarryingOn;
import org.freihafen.enrolment.Enrolling;
import org.freihafen.enrolment.Roster;
import org.freihafen.ids.RosterId;
import org.freihafen.pages.Asked;
import org.freihafen.pages.NotThere;
import org.freihafen.pages.Notices;
import org.freihafen.pages.Once;
import org.freihafen.pages.Visitor;
import org.jspecify.annotations.Nullable;

/** How far an approved roster has come; it can be stopped, and goes on. */
@Named
@RequestScoped
public class RosterProgressPage {
    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private Notices notices;
    @Inject private Enrolling enrolling;
    @Inject private Approving approving;
    @Inject private CarryingOn carrying;

    private final Once<Roster> roster = new Once<>();

    public Roster roster() {
        return roster.get(() ->
                switch (enrolling.look(visitor.actor(), id())) {
                    case Decision.Done<Roster>(Roster found) when !found.waits() -> found;
                    case Decision.Done<Roster> _ -> throw new NotThere();
                    case Decision.Refused<Roster> _ -> throw new NotThere();
                });
    }

    private RosterId id() {
        return asked.id("id", RosterId::of);
    }

    public boolean mayRule() {
        return asked.mayEverywhere(Action.RULE_ROSTER);
    }

    public @Nullable String stop() {
        return notices.said(approving.stop(visitor.actor(), id()), page(), "progress.stopped");
    }

    public @Nullable String goOn() {
        return switch (approving.goOn(visitor.actor(), id())) {
            case Decision.Refused<Roster>(Refusal why) -> notices.refused(why);
            case Decision.Done<Roster>(Roster approved) -> {
                carrying.begin(approved);
                yield notices.done(page(), "progress.continued");
            }
        };
    }

    public @Nullable String discard() {
        return notices.said(
                enrolling.discard(visitor.actor(), id()),
                "/roster?faces-redirect=true",
                "progress.DISCARDED");
    }

    private String page() {
        return "/roster-progress?faces-redirect=true&id=" + id();
    }
}
