package org.freihafen.pageshome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import org.freihafen.access.Action;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.drift.Drift;
import org.freihafen.drift.Found;
import org.freihafen.drift.Found.Law;
import org.freihafen.drift.Found.Terms;
import org.freihafen.drift.Found.What;
import org.freihafen.drift.SeeingDrift.Shown;
import org.freihafen.groups.GroupId;
import org.freihafen.pages.Allowed;
import org.freihafen.pages.Asked;
import org.freihafen.pages.PageWords;
import org.freihafen.pagesgroup.GranteeNames;
import org.freihafen.workspaces.FolderRef;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was done by hand in the group that is asked for, in words, with what can be said of it. */
@RequestScoped
public class DriftLines {
    @Inject private Asked asked;
    @Inject private PageWords words;
    @Inject private GranteeNames granteeNames;
    @Inject private Accounts accounts;

    /**
     * Something that was done by hand.
     *
     * @param what a sentence
     * @param allowed what may be done now and might be done before; empty if it is not about that
     * @param law what became of it by itself
     * @param adopt what the button says that lets it be so; empty if it cannot be
     * @param repair what the button says that lets it be as it was decided
     * @param gives whether a grant comes of it
     * @param why why it cannot be so, and what can be done instead
     * @param answer what somebody said; empty as long as nobody has
     */
    public record Line(
            String id,
            String what,
            String allowed,
            String since,
            String law,
            String adopt,
            String repair,
            boolean gives,
            String why,
            String answer) {}

    public List<Line> of(List<Shown> found) {
        Map<GroupId, Integer> sizes =
                granteeNames.sizesOf(
                        found.stream()
                                .flatMap(shown -> shown.drift().found().to().stream())
                                .toList());
        return found.stream().map(shown -> line(shown, sizes)).toList();
    }

    private Line line(Shown shown, Map<GroupId, Integer> sizes) {
        Drift drift = shown.drift();
        Found what = drift.found();
        String sort = what.law() + "." + what.what();
        boolean may = asked.may(Action.GRANT) && shown.notAdopted().isEmpty() && drift.open();
        return new Line(
                drift.id().toString(),
                words.say(
                        "drift.what." + what.what(),
                        place(what),
                        who(what, sizes),
                        what.place().from().orElse(""),
                        by(what)),
                allowed(what),
                words.moment(drift.since()),
                law(drift),
                may ? words.say("drift.adopt." + sort) : "",
                drift.open() && asked.may(Action.REPAIR_DRIFT)
                        ? words.say("drift.repair." + sort)
                        : "",
                may && gives(what),
                drift.open()
                        ? shown.notAdopted()
                                .map(no -> words.why(no) + " " + words.cure(no))
                                .orElse("")
                        : "",
                drift.answer()
                        .map(answer ->
                                words.say(
                                        "drift.answer." + answer.choice(),
                                        words.moment(answer.at())))
                        .orElse(""));
    }

    private String law(Drift drift) {
        Found what = drift.found();
        String key = "drift.law." + what.law();
        return switch (what.law()) {
            case PUT_BACK -> words.say(drift.done().isPresent() ? key + ".done" : key);
            case LEFT -> words.say(key + "." + what.what());
            case FOLLOWED, TAKEN_OVER -> words.say(key);
        };
    }

    private static boolean gives(Found what) {
        return what.law() == Law.PUT_BACK
                && (what.what() == What.GIVEN || what.what() == What.SHARED);
    }

    private String place(Found what) {
        String path = what.place().path();
        return path.isEmpty()
                ? granteeNames.folder(FolderRef.whole(what.unit()))
                : path.replaceFirst("^/", "");
    }

    private String who(Found what, Map<GroupId, Integer> sizes) {
        return what.to().map(to -> granteeNames.of(to, sizes)).orElse(what.stranger());
    }

    private String by(Found what) {
        return what.by()
                .filter(_ -> asked.may(Action.GRANT))
                .flatMap(accounts::byId)
                .map(Account::displayName)
                .orElse(words.say("drift.somebody"));
    }

    private String allowed(Found what) {
        return what.was().isEmpty() && what.is().isEmpty()
                ? ""
                : words.say("drift.allowed", allowed(what.is()), allowed(what.was()));
    }

    private String allowed(Optional<Terms> terms) {
        return terms.map(
                        some -> {
                            String may = words.say("allows." + Allowed.by(some.permissions()));
                            return some.until()
                                    .map(until ->
                                            words.say(
                                                    "drift.until",
                                                    may,
                                                    words.day(until.minusDays(1))))
                                    .orElse(may);
                        })
                .orElse(words.say("drift.nothing"));
    }
}
