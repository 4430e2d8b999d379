package org.freihafen.pagesadmin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.adoption.LinkConsequences;
import org.freihafen.adoption.LinkingTeamFolders;
import org.freihafen.groups.PersonSet;
import org.freihafen.pages.Asked;
import org.freihafen.pages.NotThere;
import org.freihafen.pages.Notices;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.UnitNames;
import org.freihafen.pages.Visitor;
import org.freihafen.reach.Difference.Shift;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKey;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One Team folder is linked with a group: first with who gains and who loses access. */
@Named
@RequestScoped
public class TeamFolderPage {
    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private PageWords words;
    @Inject private Notices notices;
    @Inject private UnitNames unitNames;
    @Inject private CloudPage cloudPage;
    @Inject private TeamFoldersPage teamFoldersPage;
    @Inject private LinkingTeamFolders linking;

    private final Once<Shown> shown = new Once<>();
    private final Once<String> name = new Once<>();

    /** What linking it would bring, or why it cannot be and what helps. */
    private record Shown(Optional<LinkConsequences> all, String why, String cure) {}

    /** By the cloud's id. */
    public String id() {
        return asked.text("folder");
    }

    /**
     * What it is called now, or its id while the cloud does not say.
     *
     * @throws NotThere if there is none that could be linked
     */
    public String name() {
        return name.get(this::findName);
    }

    private String findName() {
        Optional<String> asShown =
                chosen() ? shown().all().map(all -> all.folder().name()) : Optional.empty();
        return asShown.or(() -> teamFoldersPage.named(id()).map(TeamFoldersPage.Line::name))
                .or(() -> Optional.of(id()).filter(_ -> !teamFoldersPage.trouble().isEmpty()))
                .orElseThrow(NotThere::new);
    }

    /** Whether a group was chosen, be it one that there is. */
    public boolean chosen() {
        return !asked.text("unit").isEmpty() || !asked.text("group").isEmpty();
    }

    /** The group as the form shows it. */
    public String group() {
        return unit().map(unitNames::name).orElse(asked.text("group"));
    }

    private Optional<Unit> unit() {
        String typed = asked.text("group");
        return typed.isEmpty()
                ? Optional.of(asked.text("unit"))
                        .filter(UnitKey::allowed)
                        .flatMap(key -> asked.structure().byKey(new UnitKey(key)))
                : unitNames.named(typed);
    }

    private Shown shown() {
        return shown.get(() ->
                unit().map(this::show)
                        .orElseGet(() -> refused(Refusal.by(Rule.NOT_FOUND, asked.text("group")))));
    }

    private Shown show(Unit unit) {
        try {
            return switch (linking.show(visitor.actor(), cloudPage.name(), unit.key(), id())) {
                case Decision.Done<LinkConsequences>(LinkConsequences all) ->
                        new Shown(Optional.of(all), "", "");
                case Decision.Refused<LinkConsequences>(Refusal why) -> refused(why);
            };
        } catch (TargetUnavailable e) {
            return new Shown(Optional.empty(), words.said(e.why()), words.say("team.later"));
        }
    }

    private Shown refused(Refusal why) {
        return new Shown(Optional.empty(), words.why(why), words.cure(why));
    }

    /** Why it cannot be linked so; empty if it can. */
    public String why() {
        return shown().why();
    }

    public String cure() {
        return shown().cure();
    }

    public String hash() {
        return shown().all().map(LinkConsequences::hash).orElse("");
    }

    public List<String> consequences() {
        return shown().all().map(this::lines).orElse(List.of());
    }

    private List<String> lines(LinkConsequences all) {
        List<String> lines = new ArrayList<>();
        lines.add(words.say("team.files", unitNames.said(all.unit())));
        groups("team.opens", all.opening(), lines);
        groups("team.closes", all.closing(), lines);
        count("team.gaining", all, Shift::gaining, lines);
        count("team.losing", all, Shift::losing, lines);
        count("team.more", all, Shift::allowedMore, lines);
        count("team.less", all, Shift::allowedLess, lines);
        if (all.difference().isNothing()) {
            lines.add(words.say("team.nobody"));
        }
        groups("team.strangers", all.strangers(), lines);
        lines.add(words.say(all.held() ? "team.held" : "team.soon"));
        return lines;
    }

    private void groups(String key, List<String> groups, List<String> lines) {
        if (!groups.isEmpty()) {
            lines.add(words.say(key, String.join(", ", groups)));
        }
    }

    private void count(
            String key, LinkConsequences all, Function<Shift, PersonSet> who, List<String> lines) {
        int people = all.difference().count(who);
        if (people > 0) {
            lines.add(words.say(key, people));
        }
    }

    public @Nullable String link() {
        Unit unit = unit().orElseThrow(NotThere::new);
        String hash = asked.text("hash");
        try {
            return switch (linking.link(
                    visitor.actor(), cloudPage.name(), unit.key(), id(), hash)) {
                case Decision.Refused<Outcome>(Refusal why) -> notices.refused(why);
                case Decision.Done<Outcome>(Outcome outcome) -> came(outcome, unit);
            };
        } catch (TargetUnavailable e) {
            return not(e.why());
        }
    }

    private @Nullable String came(Outcome outcome, Unit unit) {
        return switch (outcome) {
            case Outcome.Applied() ->
                    notices.done(
                            "/team-folders?faces-redirect=true&name=" + cloudPage.name(),
                            "team.done",
                            unitNames.said(unit));
            case Outcome.Refused(Saying why) -> not(why);
            case Outcome.NotYet(Saying why) -> not(why);
            case Outcome.Unavailable(Saying why) -> not(why);
        };
    }

    private @Nullable String not(Saying why) {
        return notices.wrong(words.said(why), words.say("team.later"));
    }
}
