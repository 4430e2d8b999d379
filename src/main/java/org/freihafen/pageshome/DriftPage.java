package org.freihafen.pageshome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.access.Action;
import org.freihafen.access.Denied;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.drift.DecidingDrift;
import org.freihafen.drift.DecidingDrift.Shown;
import org.freihafen.drift.Drift;
import org.freihafen.drift.Found;
import org.freihafen.drift.Found.Law;
import org.freihafen.drift.Found.Terms;
import org.freihafen.drift.Found.What;
import org.freihafen.groups.GroupId;
import org.freihafen.pages.Allowed;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Notices;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.Visitor;
import org.freihafen.pagesgroup.GranteeNames;
import org.freihafen.shares.Grantee;
import org.freihafen.structure.Unit;
import org.freihafen.workspaces.FolderRef;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What was done by hand in a group's folders, and what those who lead it say of it. */
@Named
@RequestScoped
public class DriftPage {
    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private PageWords words;
    @Inject private Notices notices;
    @Inject private HomePage home;
    @Inject private GranteeNames granteeNames;
    @Inject private Accounts accounts;
    @Inject private DecidingDrift deciding;

    private final Once<List<Shown>> found = new Once<>();
    private final Once<List<Summary>> mine = new Once<>();
    private final Once<List<Summary>> everywhere = new Once<>();

    /** A group in which something was done by hand that nobody has said anything of. */
    public record Summary(Unit unit, int count, String last) {}

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

    public Unit unit() {
        if (!asked.may(Action.SEE_DRIFT)) {
            throw new Denied(Action.SEE_DRIFT);
        }
        return asked.unit();
    }

    /** Whether the visitor asks for one group. */
    public boolean one() {
        return !asked.text("key").isEmpty();
    }

    /** How much nobody has said anything of, in the group. */
    public int here() {
        return (int) found().stream().filter(shown -> shown.drift().open()).count();
    }

    public List<Line> open() {
        return lines(true);
    }

    public List<Line> answered() {
        return lines(false);
    }

    private List<Line> lines(boolean open) {
        List<Shown> some = found().stream().filter(shown -> shown.drift().open() == open).toList();
        Map<GroupId, Integer> sizes =
                granteeNames.sizesOf(some.stream().flatMap(shown -> to(shown).stream()).toList());
        return some.stream().map(shown -> line(shown, sizes)).toList();
    }

    private static Optional<Grantee> to(Shown shown) {
        return shown.drift().found().to();
    }

    /** Groups that the visitor leads and in which something was done by hand. */
    public List<Summary> mine() {
        return mine.get(() -> home.led().stream().flatMap(unit -> summary(unit).stream()).toList());
    }

    private Optional<Summary> summary(Unit unit) {
        List<Drift> open =
                deciding.in(visitor.actor(), unit.id()).stream()
                        .map(Shown::drift)
                        .filter(Drift::open)
                        .toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Summary(unit, open.size(), words.momentDay(open.getFirst().since())));
    }

    private List<Shown> found() {
        return found.get(() -> deciding.in(visitor.actor(), unit().id()));
    }

    /** All groups where something waits, the one with the newest first. */
    public List<Summary> everywhere() {
        return everywhere.get(() -> {
            Map<Unit, Integer> counts = new LinkedHashMap<>();
            Map<Unit, String> newest = new LinkedHashMap<>();
            for (Shown shown : deciding.everywhere(visitor.actor())) {
                asked.structure()
                        .heir(shown.drift().found().unit())
                        .ifPresent(unit -> {
                            counts.merge(unit, 1, Integer::sum);
                            newest.putIfAbsent(unit, words.momentDay(shown.drift().since()));
                        });
            }
            return counts.entrySet().stream()
                    .map(each ->
                            new Summary(
                                    each.getKey(),
                                    each.getValue(),
                                    newest.getOrDefault(each.getKey(), "")))
                    .toList();
        });
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

    public @Nullable String adopt() {
        return notices.said(
                deciding.adopt(
                        visitor.actor(), asked.id("drift", UUID::fromString), asked.text("reason")),
                back(),
                "drift.adopted");
    }

    public @Nullable String repair() {
        return notices.said(
                deciding.repair(visitor.actor(), asked.id("drift", UUID::fromString)),
                back(),
                "drift.repaired");
    }

    private String back() {
        return "/drift?faces-redirect=true&key=" + unit().key();
    }
}
