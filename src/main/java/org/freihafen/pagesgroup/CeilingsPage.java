package org.freihafen.pagesgroup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.access.Action;
import org.freihafen.access.Decision;
import org.freihafen.access.Denied;
import org.freihafen.ceilings.Ceiling;
import org.freihafen.ceilings.CeilingRule;
import org.freihafen.ceilings.CeilingRule.Ruled;
import org.freihafen.ceilings.Ceilings;
import org.freihafen.ceilings.Tightening;
import org.freihafen.ceilings.Tightening.Cut;
import org.freihafen.ceilings.UnitCeilings;
import org.freihafen.groups.GroupId;
import org.freihafen.ids.GrantId;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Notices;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.Visitor;
import org.freihafen.reach.Foreseeing;
import org.freihafen.reach.Situation;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grantee.Kind;
import org.freihafen.structure.Entrants;
import org.freihafen.structure.Kinds;
import org.freihafen.structure.Unit;
import org.freihafen.words.ConsequenceLines;
import org.freihafen.words.Words;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far a group may grant and whose rules say so; it tightens its own, for itself and all below.
 */
@Named
@RequestScoped
public class CeilingsPage {
    private static final int MOST_DAYS = 9_999;

    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private PageWords words;
    @Inject private Notices notices;
    @Inject private GranteeNames granteeNames;
    @Inject private ConsequenceLines consequenceLines;
    @Inject private Kinds kinds;
    @Inject private Ceilings ceilings;
    @Inject private UnitCeilings unitCeilings;
    @Inject private Tightening tightening;
    @Inject private Foreseeing foreseeing;
    @Inject private Clock clock;

    private final Once<Decision<List<Cut>>> looked = new Once<>();
    private final Once<List<String>> consequences = new Once<>();

    /** A rule in plain words. */
    public record Line(String whose, String to, String days, String password) {}

    /** A sort of recipient that can be allowed or not. */
    public record Choice(Kind kind, boolean allowed, boolean open) {}

    public Unit unit() {
        if (!asked.may(Action.SEE_GRANTS)) {
            throw new Denied(Action.SEE_GRANTS);
        }
        return asked.unit();
    }

    private String cloud() {
        return unit().kind().cloud().orElse(Entrants.WORKING);
    }

    /** All that holds here together. */
    public Line effective() {
        return line("", CeilingRule.effective(chain()));
    }

    private List<Ruled> chain() {
        return ceilings.over(asked.structure(), unit(), cloud());
    }

    /** The rules of which that is made, the highest first. */
    public List<Line> lines() {
        return chain().stream().map(ruled -> line(whose(ruled), ruled.ceiling())).toList();
    }

    private String whose(Ruled ruled) {
        return kinds.named(ruled.whose())
                .map(kind -> words.say("ceiling.kind", words.kind(kind)))
                .orElseGet(() ->
                        ruled.whose().equals(cloud())
                                ? words.say("ceiling.cloud", ruled.whose())
                                : ruled.whose());
    }

    private Line line(String whose, Ceiling ceiling) {
        String to =
                ceiling.to().stream()
                        .sorted()
                        .map(kind -> words.say("ceiling.to." + kind))
                        .collect(Collectors.joining(", "));
        return new Line(
                whose,
                to.isEmpty() ? words.say("ceiling.to.nobody") : to,
                ceiling.longestDays()
                        .map(days -> words.say("ceiling.days", days))
                        .orElse(words.say("ceiling.days.any")),
                words.say(ceiling.password() ? "ceiling.password" : "ceiling.password.no"));
    }

    public boolean rules() {
        return asked.may(Action.RULE_CEILING) && !unit().ended();
    }

    /** Whether consequences are asked for. */
    public boolean showing() {
        return !asked.text("show").isEmpty();
    }

    /** What the group may still choose; what is forbidden above stays forbidden. */
    public List<Choice> choices() {
        Ceiling above = CeilingRule.effective(ceilings.above(asked.structure(), unit(), cloud()));
        Ceiling now = showing() ? wished() : own();
        return Stream.of(Kind.PERSON, Kind.LINK, Kind.MAIL, Kind.FEDERATED)
                .map(kind ->
                        new Choice(
                                kind,
                                above.to().contains(kind) && now.to().contains(kind),
                                above.to().contains(kind)))
                .toList();
    }

    private Ceiling own() {
        return unitCeilings.all().getOrDefault(unit().id(), Ceiling.OPEN);
    }

    public String days() {
        return showing() ? asked.text("days") : own().longestDays().map(String::valueOf).orElse("");
    }

    public boolean password() {
        return showing() ? !asked.text("password").isEmpty() : own().password();
    }

    /** What was chosen; what stands above is taken over, so that only tightening is ever asked. */
    private Ceiling wished() {
        Ceiling above = CeilingRule.effective(ceilings.above(asked.structure(), unit(), cloud()));
        Set<Kind> to =
                Stream.of(Kind.values())
                        .filter(kind -> !asked.text("to" + kind).isEmpty())
                        .collect(Collectors.toSet());
        Optional<Integer> days =
                Optional.of(asked.text("days")).filter(this::isDays).map(Integer::valueOf);
        return new Ceiling(to, days, !asked.text("password").isEmpty()).and(above);
    }

    private boolean daysAreRight() {
        return asked.text("days").isEmpty() || isDays(asked.text("days"));
    }

    private boolean isDays(String text) {
        return text.matches("[1-9][0-9]{0,3}") && Integer.parseInt(text) <= MOST_DAYS;
    }

    private Decision<List<Cut>> looked() {
        return looked.get(() -> tightening.look(visitor.actor(), unit().id(), wished()));
    }

    /** Why it cannot be set; empty if it can. */
    public String why() {
        return daysAreRight()
                ? looked().refusal().map(words::why).orElse("")
                : words.say("ceiling.days.wrong");
    }

    public String cure() {
        return daysAreRight()
                ? looked().refusal().map(words::cure).orElse("")
                : words.say("ceiling.days.cure");
    }

    private List<Cut> cuts() {
        return looked() instanceof Decision.Done<List<Cut>>(List<Cut> cuts) ? cuts : List.of();
    }

    /** What would hold then, what would end or be shortened, and who would lose access by it. */
    public List<String> consequences() {
        return consequences.get(this::foreseen);
    }

    private List<String> foreseen() {
        List<String> all = new ArrayList<>();
        Line then = line("", wished());
        all.add(words.say("ceiling.then", then.to(), then.days(), then.password()));
        Map<GroupId, Integer> sizes = granteeNames.sizes(cuts().stream().map(Cut::grant).toList());
        LocalDate today = LocalDate.now(clock);
        for (Cut cut : cuts()) {
            String folder = granteeNames.folder(cut.grant().folder());
            String who = granteeNames.of(cut.grant().to(), sizes);
            all.add(
                    cut.until().isAfter(today)
                            ? words.say(
                                    "ceiling.shortens",
                                    folder,
                                    who,
                                    words.day(cut.until().minusDays(1)))
                            : words.say("ceiling.ends", folder, who));
        }
        if (cuts().isEmpty()) {
            all.add(words.say("ceiling.nothing"));
        } else {
            all.addAll(losses(today));
        }
        return all;
    }

    private List<String> losses(LocalDate today) {
        Map<GrantId, LocalDate> ends = new HashMap<>();
        cuts().forEach(cut -> ends.put(cut.grant().id(), cut.until()));
        Situation now = foreseeing.now();
        List<Grant> left =
                now.grants().stream()
                        .filter(grant ->
                                ends.getOrDefault(grant.id(), LocalDate.MAX).isAfter(today))
                        .toList();
        return consequenceLines.all(
                foreseeing.between(now, now.having(now.folders(), left)), Words.in(words.locale()));
    }

    /** The grants that are shown, as the form carries them. */
    public List<String> shown() {
        return cuts().stream().map(cut -> cut.grant().id().toString()).toList();
    }

    public @Nullable String set() {
        if (!why().isEmpty()) {
            return notices.wrong(why(), cure());
        }
        Set<GrantId> shown = asked.ids("grants", GrantId::of);
        return notices.said(
                tightening.tighten(visitor.actor(), unit().id(), wished(), shown),
                "/ceilings?faces-redirect=true&key=" + unit().key(),
                "ceiling.set",
                unit().name());
    }
}
