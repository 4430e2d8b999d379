package org.freihafen.pagesoffice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.applying.Approving;
import org.freihafen.applying.CarryingOn;
import org.freihafen.applying.SecondPeople;
import org.freihafen.enrolment.BranchCounts;
import org.freihafen.enrolment.Enrolling;
import org.freihafen.enrolment.Roster;
import org.freihafen.enrolment.RosterChange;
import org.freihafen.enrolment.RosterChange.Kind;
import org.freihafen.enrolment.RosterEffects.Effect;
import org.freihafen.enrolment.RosterReport;
import org.freihafen.ids.RosterId;
import org.freihafen.ids.UnitId;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Elsewhere;
import org.freihafen.pages.NotThere;
import org.freihafen.pages.Notices;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.UnitNames;
import org.freihafen.pages.Visitor;
import org.freihafen.reconcile.Loss;
import org.freihafen.structure.Unit;
import org.freihafen.web.Here;
import org.freihafen.words.ChangeFilter;
import org.freihafen.words.NearNames;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a waiting roster would do; the member office approves exactly that. */
@Named
@RequestScoped
public class RosterPlanPage {
    private static final int SHOWN = 100;
    private static final int EFFECTS = 50;

    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private PageWords words;
    @Inject private UnitNames unitNames;
    @Inject private Notices notices;
    @Inject private ChangeLines lines;
    @Inject private Enrolling enrolling;
    @Inject private Approving approving;
    @Inject private CarryingOn carrying;
    @Inject private SecondPeople seconds;

    private final Once<RosterReport> report = new Once<>();
    private final Once<List<ChangeLines.ChangeLine>> changes = new Once<>();
    private final Once<List<BranchCounts>> branches = new Once<>();
    private final Once<Optional<UnitId>> within = new Once<>();

    public RosterReport report() {
        return report.get(() ->
                switch (enrolling.show(visitor.actor(), id())) {
                    case Decision.Done<RosterReport>(RosterReport found) -> found;
                    case Decision.Refused<RosterReport> _ -> throw over();
                });
    }

    /** Whoever comes late is led to where it says what became of it. */
    private RuntimeException over() {
        return switch (enrolling.look(visitor.actor(), id())) {
            case Decision.Done<Roster>(Roster found) when !found.waits() ->
                    new Elsewhere("/roster-progress?id=" + id());
            case Decision.Done<Roster> _, Decision.Refused<Roster> _ -> new NotThere();
        };
    }

    /** Whether nothing changes, but only until its questions are answered. */
    public boolean asking() {
        return report().plan().isEmpty() && !report().questions().isEmpty();
    }

    private RosterId id() {
        return asked.id("id", RosterId::of);
    }

    /** Every kind of change that can be, in the order in which they are told. */
    public List<Kind> kinds() {
        return Arrays.asList(Kind.values());
    }

    public List<Loss> losses() {
        return words.reasons(report().verdict());
    }

    /** Those of them that there are. */
    public List<Kind> occurring() {
        return kinds().stream()
                .filter(kind -> branches().stream().anyMatch(each -> each.count(kind) > 0))
                .toList();
    }

    public List<BranchCounts> branches() {
        return branches.get(() -> BranchCounts.of(report().changes(), asked.structure()));
    }

    /** What units lose, one sentence each. */
    public List<String> effects() {
        List<String> said = new ArrayList<>();
        for (Effect effect : report().effects().stream().limit(EFFECTS).toList()) {
            String unit = unitNames.name(effect.unit());
            if (effect.losesLastLead()) {
                said.add(words.say("effect.lead.last", unit));
            } else if (effect.leads() > 0) {
                said.add(words.say("effect.lead", unit, effect.leads(), effect.leadsBefore()));
            }
            if (effect.members() > 0) {
                said.add(
                        words.say(
                                "effect.members", unit, effect.members(), effect.membersBefore()));
            }
        }
        return said;
    }

    /** Those asked for: of a kind, in a unit, with a number or name; and the page asked for. */
    public List<ChangeLines.ChangeLine> changes() {
        return changes.get(() ->
                report().changes()
                        .filter(this::wanted)
                        .skip(skipped())
                        .limit(SHOWN)
                        .map(lines::line)
                        .toList());
    }

    /** Whether a unit is asked for that does not exist, or that the visitor may not know of. */
    public boolean nowhere() {
        return !unit().isEmpty() && within().isEmpty();
    }

    /** The names that may have been meant. */
    public List<String> near() {
        return NearNames.of(unit(), unitNames.all());
    }

    private Optional<UnitId> within() {
        return within.get(() -> unitNames.named(unit()).map(Unit::id));
    }

    private boolean wanted(RosterChange change) {
        boolean kind = only().isEmpty() || change.kind().name().equals(only());
        boolean said =
                text().isEmpty() || (lines.seesRegister() && ChangeFilter.says(change, text()));
        return kind && said && inUnit(change);
    }

    private boolean inUnit(RosterChange change) {
        return unit().isEmpty()
                || within().filter(unit -> ChangeFilter.touches(change, unit, asked.structure()))
                        .isPresent();
    }

    public String only() {
        return asked.text("only");
    }

    public String text() {
        return asked.text("text");
    }

    public String unit() {
        return asked.text("unit");
    }

    /** This page with what is looked for, without the place in the list. */
    public String here() {
        return in(unit());
    }

    /** Likewise, in this unit instead. */
    public String in(String name) {
        return "roster?id=%s&only=%s&text=%s&unit=%s"
                .formatted(id(), Here.encoded(only()), Here.encoded(text()), Here.encoded(name));
    }

    public int skipped() {
        String text = asked.text("after");
        return text.matches("\\d{1,7}") ? Integer.parseInt(text) : 0;
    }

    /** How many to skip for the next page; 0 on the last. */
    public int next() {
        return changes().size() < SHOWN ? 0 : skipped() + SHOWN;
    }

    /** Whether two people are needed, and nobody could be the other. */
    public boolean alone() {
        return report().dangerous() && !seconds.anybodyBeside(visitor.id());
    }

    public @Nullable String approve() {
        return switch (approving.approve(visitor.actor(), id(), asked.text("hash"))) {
            case Decision.Refused<Roster>(Refusal why) -> notices.refused(why);
            case Decision.Done<Roster>(Roster half) when half.waits() ->
                    notices.done("/roster?faces-redirect=true&id=" + id(), "roster.approved.first");
            case Decision.Done<Roster>(Roster approved) -> {
                carrying.begin(approved);
                yield "/roster-progress?faces-redirect=true&id=" + id();
            }
        };
    }

    public @Nullable String discard() {
        return notices.said(
                enrolling.discard(visitor.actor(), id()),
                "/roster?faces-redirect=true",
                "roster.discarded");
    }
}
