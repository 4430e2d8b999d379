package org.freihafen.pageshome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.access.Action;
import org.freihafen.access.Decision;
import org.freihafen.access.Denied;
import org.freihafen.access.Refusal;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.GrantId;
import org.freihafen.pages.Allowed;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Notices;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.Visitor;
import org.freihafen.pagesgroup.GranteeNames;
import org.freihafen.renewal.ReminderDays;
import org.freihafen.renewal.Renewing;
import org.freihafen.renewal.Renewing.Ending;
import org.freihafen.shares.Grant;
import org.freihafen.structure.Unit;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** Grants of a group that end soon, each to be renewed with one click. */
@Named
@RequestScoped
public class EndingsPage {
    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private PageWords words;
    @Inject private Notices notices;
    @Inject private HomePage home;
    @Inject private GranteeNames granteeNames;
    @Inject private Renewing renewing;
    @Inject private ReminderDays reminderDays;

    private final Once<List<Ending>> endings = new Once<>();
    private final Once<List<Summary>> mine = new Once<>();
    private final Once<List<Line>> lines = new Once<>();

    /** A group that the visitor leads and of which grants end soon. */
    public record Summary(Unit unit, int count, String first) {}

    /**
     * A grant that ends soon.
     *
     * @param renewed until when it would hold; empty if it cannot be renewed
     * @param why why not, if so
     */
    public record Line(
            String id,
            String folder,
            String who,
            String what,
            String until,
            String reason,
            String renewed,
            String why,
            String cure) {}

    public Unit unit() {
        if (!asked.may(Action.GRANT)) {
            throw new Denied(Action.GRANT);
        }
        return asked.unit();
    }

    public int ahead() {
        return reminderDays.farthest();
    }

    public List<Summary> mine() {
        return mine.get(() ->
                home.led().stream()
                        .map(this::summary)
                        .filter(summary -> summary.count() > 0)
                        .toList());
    }

    private Summary summary(Unit unit) {
        List<Ending> ending = renewing.ending(visitor.actor(), unit.id());
        return new Summary(
                unit, ending.size(), ending.isEmpty() ? "" : lastDay(ending.getFirst().grant()));
    }

    /** How many grants of the group end soon. */
    public int here() {
        return endings().size();
    }

    private List<Ending> endings() {
        return endings.get(() -> renewing.ending(visitor.actor(), asked.unit().id()));
    }

    public List<Line> lines() {
        return lines.get(this::read);
    }

    private List<Line> read() {
        Map<GroupId, Integer> sizes =
                granteeNames.sizes(endings().stream().map(Ending::grant).toList());
        return endings().stream().map(ending -> line(ending, sizes)).toList();
    }

    private Line line(Ending ending, Map<GroupId, Integer> sizes) {
        Grant grant = ending.grant();
        return new Line(
                grant.id().toString(),
                granteeNames.folder(grant.folder()),
                granteeNames.of(grant.to(), sizes),
                words.say("allows." + Allowed.by(grant.permissions())),
                lastDay(grant),
                grant.reason(),
                switch (ending.renewed()) {
                    case Decision.Done<Grant>(Grant renewed) -> lastDay(renewed);
                    case Decision.Refused<Grant> _ -> "";
                },
                ending.renewed().refusal().map(words::why).orElse(""),
                ending.renewed().refusal().map(words::cure).orElse(""));
    }

    private String lastDay(Grant grant) {
        return grant.until().map(until -> words.day(until.minusDays(1))).orElse("");
    }

    public @Nullable String renew() {
        GrantId id = asked.id("renew", GrantId::of);
        return switch (renewing.renew(visitor.actor(), id)) {
            case Decision.Refused<Grant>(Refusal why) -> notices.refused(why);
            case Decision.Done<Grant>(Grant renewed) ->
                    notices.done(
                            "/endings?faces-redirect=true&key=" + asked.unit().key(),
                            "endings.renewed",
                            granteeNames.folder(renewed.folder()),
                            lastDay(renewed));
        };
    }
}
