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
import org.freihafen.enrolment.Roster.Stage;
import org.freihafen.ids.RosterId;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Elsewhere;
import org.freihafen.pages.NotThere;
import org.freihafen.pages.Notices;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.Visitor;
import org.freihafen.runs.DirectoryFollowing;
import org.jspecify.annotations.Nullable;

/** How far an approved roster has come; it can be stopped, and goes on. */
@Named
@RequestScoped
public class RosterProgressPage {
    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private PageWords words;
    @Inject private Notices notices;
    @Inject private Enrolling enrolling;
    @Inject private Approving approving;
    @Inject private CarryingOn carrying;
    @Inject private DirectoryFollowing directory;

    private final Once<Roster> roster = new Once<>();

    public Roster roster() {
        return roster.get(() ->
                switch (enrolling.look(visitor.actor(), id())) {
                    case Decision.Done<Roster>(Roster found) when !found.waits() -> found;
                    case Decision.Done<Roster> _ -> throw new Elsewhere("/roster?id=" + id());
                    case Decision.Refused<Roster> _ -> throw new NotThere();
                });
    }

    /** Whether it was discarded before anything of it was approved. */
    public boolean never() {
        return roster().stage() == Stage.DISCARDED && roster().progress().steps() == 0;
    }

    public String lead() {
        return never()
                ? words.say("stage." + roster().stage())
                : words.say(
                        "progress.lead", roster().progress().done(), roster().progress().steps());
    }

    /** How it stands. */
    public String standing() {
        if (never()) {
            return words.say("progress.never");
        }
        boolean waits = roster().stage() == Stage.APPLIED && directory.held();
        return words.say(waits ? "progress.APPLIED.held" : "progress." + roster().stage());
    }

    private RosterId id() {
        return asked.id("id", RosterId::of);
    }

    public boolean mayRule() {
        return asked.mayEverywhere(Action.RULE_ROSTER);
    }

    public @Nullable String stop() {
        return there(approving.stop(visitor.actor(), id()));
    }

    public @Nullable String goOn() {
        Decision<Roster> decision = approving.goOn(visitor.actor(), id());
        if (decision instanceof Decision.Done<Roster>(Roster approved)) {
            carrying.begin(approved);
        }
        return there(decision);
    }

    public @Nullable String discard() {
        return notices.said(
                enrolling.discard(visitor.actor(), id()),
                "/roster?faces-redirect=true",
                "progress.DISCARDED");
    }

    /** The page itself says how it stands by now; a notice would soon be untrue. */
    private @Nullable String there(Decision<Roster> decision) {
        return switch (decision) {
            case Decision.Refused<Roster>(Refusal why) -> notices.refused(why);
            case Decision.Done<Roster> _ -> "/roster-progress?faces-redirect=true&id=" + id();
        };
    }
}
