package org.freihafen.pagesadmin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Denied;
import org.freihafen.access.Duties;
import org.freihafen.access.Duty;
import org.freihafen.access.DutyHeld;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.accounts.Username;
import org.freihafen.governance.GivingDuties;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.pages.Asked;
import org.freihafen.pages.NotThere;
import org.freihafen.pages.Notices;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.UnitNames;
import org.freihafen.pages.Visitor;
import org.freihafen.structure.Unit;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who holds which duty in which unit; whoever administers a unit gives and ends them there. */
@Named
@RequestScoped
public class DutiesPage {
    private static final String PAGE = "/duties?faces-redirect=true";

    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private PageWords words;
    @Inject private UnitNames unitNames;
    @Inject private Notices notices;
    @Inject private Access access;
    @Inject private Duties duties;
    @Inject private Accounts accounts;
    @Inject private GivingDuties giving;
    @Inject private Clock clock;

    private final Once<List<DutyLine>> held = new Once<>();

    /**
     * A duty that somebody holds.
     *
     * @param mayEnd whether the visitor can take it away
     */
    public record DutyLine(
            PersonId person,
            String name,
            Duty duty,
            UnitId in,
            String where,
            String end,
            boolean mayEnd) {}

    /** Whether there is anything here for the visitor. */
    public boolean open() {
        return asked.mayEverywhere(Action.SEE_DUTIES)
                || duties.of(visitor.id()).stream()
                        .filter(duty -> duty.holdsAt(clock.instant()))
                        .anyMatch(duty -> may(Action.SEE_DUTIES, duty.in()));
    }

    /** Whether the visitor can give a duty anywhere. */
    public boolean gives() {
        return duties.of(visitor.id()).stream()
                .filter(duty -> duty.holdsAt(clock.instant()))
                .anyMatch(duty -> may(Action.GIVE_DUTIES, duty.in()));
    }

    public List<Duty> all() {
        return List.of(Duty.values());
    }

    public List<DutyLine> held() {
        return held.get(this::findHeld);
    }

    private List<DutyLine> findHeld() {
        if (!open()) {
            throw new Denied(Action.SEE_DUTIES);
        }
        List<DutyHeld> seen =
                duties.all().stream()
                        .filter(duty -> duty.holdsAt(clock.instant()))
                        .filter(duty -> may(Action.SEE_DUTIES, duty.in()))
                        .toList();
        Map<PersonId, Account> named =
                accounts.byIds(seen.stream().map(DutyHeld::person).collect(Collectors.toSet()));
        return seen.stream()
                .map(duty -> line(duty, Optional.ofNullable(named.get(duty.person()))))
                .sorted(
                        Comparator.comparing(DutyLine::where, String.CASE_INSENSITIVE_ORDER)
                                .thenComparing(DutyLine::duty)
                                .thenComparing(DutyLine::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private DutyLine line(DutyHeld duty, Optional<Account> account) {
        return new DutyLine(
                duty.person(),
                account.map(Account::displayName).orElse(words.say("who.unknown")),
                duty.duty(),
                duty.in(),
                asked.structure()
                        .byId(duty.in())
                        .map(unitNames::name)
                        .orElse(words.say("duties.everywhere")),
                duty.until()
                        .map(until ->
                                words.say("grant.until", words.momentDay(until.minusMillis(1))))
                        .orElse(words.say("grant.forEver")),
                may(Action.GIVE_DUTIES, duty.in()));
    }

    private boolean may(Action action, UnitId in) {
        return action.allowedTo(asked.standings(in));
    }

    public @Nullable String give() {
        Optional<Account> person =
                Optional.of(asked.text("login"))
                        .filter(Username::allowed)
                        .flatMap(login -> accounts.byUsername(new Username(login)));
        Optional<Duty> duty =
                all().stream().filter(d -> d.name().equals(asked.text("duty"))).findFirst();
        Optional<UnitId> in =
                asked.text("unit").isEmpty()
                        ? Optional.of(access.federation())
                        : unitNames.named(asked.text("unit")).map(Unit::id);
        if (person.isEmpty()) {
            return notices.wrong(words.say("person.unknown"), words.say("person.unknown.cure"));
        }
        if (duty.isEmpty() || in.isEmpty()) {
            return notices.wrong(words.say("grant.to.unknown"), words.say("grant.to.cure"));
        }
        Optional<Instant> until;
        try {
            until = until();
        } catch (DateTimeException notADay) {
            return notices.wrong(words.say("grant.day.wrong"), words.say("grant.day.cure"));
        }
        if (until.filter(end -> !end.isAfter(clock.instant())).isPresent()) {
            return notices.wrong(words.say("duties.past"), words.say("duties.past.cure"));
        }
        return notices.said(
                giving.give(
                        visitor.actor(),
                        new DutyHeld(person.get().id(), duty.get(), in.get(), until)),
                PAGE,
                "duties.given",
                person.get().displayName(),
                words.say("duty." + duty.get()));
    }

    /** The day after the last. */
    private Optional<Instant> until() {
        return Optional.of(asked.text("until"))
                .filter(text -> !text.isEmpty())
                .map(text -> LocalDate.parse(text).plusDays(1))
                .map(day -> day.atStartOfDay(clock.getZone()).toInstant());
    }

    public @Nullable String end() {
        PersonId person = asked.id("person", PersonId::of);
        UnitId in = asked.id("in", UnitId::of);
        DutyLine line =
                held().stream()
                        .filter(each -> each.person().equals(person) && each.in().equals(in))
                        .filter(each -> each.duty().name().equals(asked.text("duty")))
                        .findFirst()
                        .orElseThrow(NotThere::new);
        return notices.said(
                giving.end(visitor.actor(), person, line.duty(), in),
                PAGE,
                "duties.ended",
                line.name(),
                words.say("duty." + line.duty()));
    }
}
