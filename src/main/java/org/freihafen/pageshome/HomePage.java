package org.freihafen.pageshome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.access.Action;
import org.freihafen.enrolment.Enrolling;
import org.freihafen.enrolment.Roster;
import org.freihafen.governance.Answering;
import org.freihafen.governance.Headcount;
import org.freihafen.governance.Invitation;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.ids.InvitationId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Memberships;
import org.freihafen.membership.Role;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Notices;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.Visitor;
import org.freihafen.pagesoffice.DueLeavers;
import org.freihafen.runs.Operating;
import org.freihafen.runs.Run;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a visitor begins: their groups, and what waits for them. */
@Named
@RequestScoped
public class HomePage {
    private static final int ROSTERS = 20;

    @Inject private Visitor visitor;
    @Inject private Asked asked;
    @Inject private PageWords words;
    @Inject private Notices notices;
    @Inject private Memberships memberships;
    @Inject private Headcount headcount;
    @Inject private Answering answering;
    @Inject private Operating operating;
    @Inject private Enrolling enrolling;
    @Inject private DueLeavers dueLeavers;
    @Inject private Successions successions;
    @Inject private RequestsPage requestsPage;
    @Inject private EndingsPage endingsPage;
    @Inject private OpenDrift openDrift;
    @Inject private OffersPage offersPage;
    @Inject private OfficeWork officeWork;
    @Inject private Clock clock;

    private final Once<List<GroupLine>> groups = new Once<>();
    private final Once<List<InvitationLine>> invited = new Once<>();
    private final Once<List<Roster>> rosters = new Once<>();
    private final Once<List<Run>> held = new Once<>();

    /** A group that the visitor belongs to. */
    public record GroupLine(Unit unit, int people, boolean leads) {}

    /** An invitation that the visitor can answer. */
    public record InvitationLine(InvitationId id, String unit, String kind, String until) {}

    /** Groups that were joined first, then those to which one belongs by register, lowest first. */
    public List<GroupLine> groups() {
        return groups.get(this::findGroups);
    }

    /** Those of them that the visitor leads. */
    public List<Unit> led() {
        return groups().stream().filter(GroupLine::leads).map(GroupLine::unit).toList();
    }

    private List<GroupLine> findGroups() {
        Structure structure = asked.structure();
        Map<UnitId, Boolean> leading = new LinkedHashMap<>();
        List<Unit> joined = new ArrayList<>();
        List<Unit> byRegister = new ArrayList<>();
        for (Membership membership : memberships.of(visitor.id(), LocalDate.now(clock))) {
            leading.put(membership.unit(), membership.role() == Role.LEAD);
            Optional<Unit> unit = structure.byId(membership.unit()).filter(u -> !u.ended());
            if (unit.isPresent() && unit.get().kind().byRegister()) {
                byRegister.add(unit.get());
                structure.above(membership.unit()).stream()
                        .takeWhile(above -> above.kind().byRegister() && !above.ended())
                        .filter(above -> !byRegister.contains(above))
                        .forEach(byRegister::add);
            } else {
                unit.ifPresent(joined::add);
            }
        }
        joined.sort(
                Comparator.comparing((Unit unit) -> !leading.getOrDefault(unit.id(), false))
                        .thenComparing(Unit::name, String.CASE_INSENSITIVE_ORDER));
        joined.addAll(byRegister);
        Map<GroupId, Integer> sizes = headcount.of(joined.stream().map(Unit::id).toList());
        return joined.stream()
                .map(unit ->
                        new GroupLine(
                                unit,
                                sizes.getOrDefault(new GroupId(unit.id(), Part.PEOPLE), 0),
                                leading.getOrDefault(unit.id(), false)))
                .toList();
    }

    public List<InvitationLine> invited() {
        return invited.get(this::findInvited);
    }

    private List<InvitationLine> findInvited() {
        return answering.waiting(visitor.id()).stream()
                .flatMap(invitation -> line(invitation).stream())
                .toList();
    }

    private Optional<InvitationLine> line(Invitation invitation) {
        return asked.structure()
                .byId(invitation.unit())
                .map(unit ->
                        new InvitationLine(
                                invitation.id(),
                                unit.name(),
                                words.kind(unit.kind()),
                                words.momentDay(invitation.until())));
    }

    /** Rosters that wait for the visitor's approval. */
    public List<Roster> rosters() {
        return rosters.get(() ->
                asked.mayEverywhere(Action.RULE_ROSTER)
                        ? enrolling.latest(visitor.actor(), Optional.empty(), ROSTERS).stream()
                                .filter(Roster::waits)
                                .toList()
                        : List.of());
    }

    /** Whether people are due to leave and wait for the visitor's approval. */
    public boolean leaversWait() {
        return asked.mayEverywhere(Action.RULE_ROSTER) && dueLeavers.waiting();
    }

    /** Plans that wait for the visitor's approval. */
    public List<Run> held() {
        return held.get(this::findHeld);
    }

    private List<Run> findHeld() {
        if (!asked.mayEverywhere(Action.RUN_TARGETS)) {
            return List.of();
        }
        return operating.targets(visitor.actor()).stream()
                .flatMap(target -> target.held().stream())
                .toList();
    }

    public boolean nothingWaits() {
        return invited().isEmpty()
                && held().isEmpty()
                && rosters().isEmpty()
                && !leaversWait()
                && successions.mine().isEmpty()
                && requestsPage.mine().isEmpty()
                && endingsPage.mine().isEmpty()
                && openDrift.mine().isEmpty()
                && offersPage.mine().isEmpty()
                && officeWork.tasks().isEmpty();
    }

    public @Nullable String accept() {
        return answer(true, "answer.accepted");
    }

    public @Nullable String decline() {
        return answer(false, "answer.declined");
    }

    private @Nullable String answer(boolean accepted, String key) {
        InvitationId id = asked.id("invitation", InvitationId::of);
        String unit =
                invited().stream()
                        .filter(line -> line.id().equals(id))
                        .map(InvitationLine::unit)
                        .findFirst()
                        .orElse("");
        return notices.said(
                answering.answer(visitor.actor(), id, accepted),
                "/home?faces-redirect=true",
                key,
                unit);
    }
}
