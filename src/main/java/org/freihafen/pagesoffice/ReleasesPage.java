package org.freihafen.pagesoffice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.access.Action;
import org.freihafen.access.Decision;
import org.freihafen.access.Denied;
import org.freihafen.membership.MemberNumber;
import org.freihafen.membership.Person;
import org.freihafen.pages.Asked;
import org.freihafen.pages.NotThere;
import org.freihafen.pages.Notices;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.Speaking;
import org.freihafen.pages.Visitor;
import org.freihafen.privacy.Release;
import org.freihafen.privacy.Releasing;
import org.freihafen.structure.Unit;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One member's data for a branch: asked for, decided, read while it lasts. */
@Named
@RequestScoped
public class ReleasesPage {
    private static final String PAGE = "/releases?faces-redirect=true";

    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private PageWords words;
    @Inject private Notices notices;
    @Inject private Speaking speaking;
    @Inject private Releasing releasing;
    @Inject private Clock clock;

    private final Once<List<Release>> open = new Once<>();
    private final Once<Person> data = new Once<>();

    /** Whether there is anything here for the visitor. */
    public boolean open() {
        return speaking.forSome() || speaking.office();
    }

    public List<Release> waiting() {
        if (!open()) {
            throw new Denied(Action.ASK_RELEASE);
        }
        return open.get(() -> releasing.open(visitor.actor()));
    }

    public List<Release> own() {
        return releasing.own(visitor.id());
    }

    public boolean readable(Release release) {
        return release.readable(visitor.id(), clock.instant());
    }

    /** How one of the visitor's stands. */
    public String stands(Release release) {
        if (release.answered().isEmpty()) {
            return words.say("releases.waits");
        }
        if (!release.answered().get().granted()) {
            return words.say("releases.no", release.answered().get().reason());
        }
        return words.say(
                readable(release) ? "releases.until" : "releases.over",
                words.moment(release.until().orElseThrow()));
    }

    public boolean reading() {
        return !asked.text("id").isEmpty();
    }

    public Person data() {
        return data.get(() ->
                switch (releasing.read(visitor.actor(), asked.id("id", UUID::fromString))) {
                    case Decision.Done<Person>(Person person) -> person;
                    case Decision.Refused<Person> _ -> throw new NotThere();
                });
    }

    public @Nullable String ask() {
        Optional<Unit> branch = speaking.chosen();
        if (branch.isEmpty() || !MemberNumber.allowed(asked.text("number"))) {
            return notices.wrong(words.say("number.wrong"), words.say("number.wrong.cure"));
        }
        return notices.said(
                releasing.ask(
                        visitor.actor(),
                        branch.get().id(),
                        new MemberNumber(asked.text("number")),
                        asked.text("purpose")),
                PAGE,
                "releases.asked");
    }

    public @Nullable String grant() {
        return notices.said(
                releasing.grant(visitor.actor(), request(), days()), PAGE, "releases.granted");
    }

    private int days() {
        String days = asked.text("days");
        return days.matches("[0-9]{1,3}") ? Integer.parseInt(days) : 0;
    }

    public @Nullable String refuse() {
        return notices.said(
                releasing.refuse(visitor.actor(), request(), asked.text("reason")),
                PAGE,
                "releases.refused");
    }

    private UUID request() {
        return asked.id("request", UUID::fromString);
    }
}
