package org.freihafen.governance;

import org.freihafen.access.Access;
import org.freihafen.access.Actor;
import org.freihafen.access.InMemoryDuties;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.InMemoryAccounts;
import org.freihafen.accounts.Username;
import org.freihafen.asking.AnsweringAccess;
import org.freihafen.asking.AskingAccess;
import org.freihafen.asking.AskingLimits;
import org.freihafen.asking.InMemoryAccessRequests;
import org.freihafen.asking.Lapsing;
import org.freihafen.audit.InMemoryTrail;
import org.freihafen.ceilings.Ceilings;
import org.freihafen.ceilings.CloudCeilings;
import org.freihafen.ceilings.Tightening;
import org.freihafen.closing.ClosingFolders;
import org.freihafen.closing.Openings;
import org.freihafen.drift.DecidingDrift;
import org.freihafen.drift.InMemoryDriftLetters;
import org.freihafen.drift.InMemoryDrifts;
import org.freihafen.drift.NotingDrift;
import org.freihafen.drift.SeeingDrift;
import org.freihafen.drift.TellingOfDrift;
import org.freihafen.granting.GrantCheck;
import org.freihafen.granting.Granting;
import org.freihafen.granting.ShowingAnew;
import org.freihafen.guests.InMemoryGuests;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.mail.InMemoryOutbox;
import org.freihafen.mail.Mailing;
import org.freihafen.membership.InMemoryMemberships;
import org.freihafen.membership.InMemoryPeople;
import org.freihafen.membership.MemberNumber;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Origin;
import org.freihafen.membership.Period;
import org.freihafen.membership.Person;
import org.freihafen.membership.Responsible;
import org.freihafen.membership.Role;
import org.freihafen.membership.Status;
import org.freihafen.offering.AnsweringOffers;
import org.freihafen.offering.EndingPersonal;
import org.freihafen.offering.InMemoryOffers;
import org.freihafen.offering.OfferCheck;
import org.freihafen.offering.OfferingGrants;
import org.freihafen.reach.Foreseeing;
import org.freihafen.reach.TracingAccess;
import org.freihafen.reconcile.RecordingWake;
import org.freihafen.renewal.InMemoryReminders;
import org.freihafen.renewal.ReminderDays;
import org.freihafen.renewal.Reminding;
import org.freihafen.renewal.Renewing;
import org.freihafen.reshape.ClosingEndings;
import org.freihafen.reshape.Reshapers;
import org.freihafen.reshape.Reshaping;
import org.freihafen.reshape.RestorableFor;
import org.freihafen.reshape.Succession;
import org.freihafen.settings.ShippedKinds;
import org.freihafen.shares.InMemoryGrants;
import org.freihafen.shares.InMemoryLinkPasswords;
import org.freihafen.shares.InMemoryShownAnew;
import org.freihafen.shares.InMemoryUnitCeilings;
import org.freihafen.shares.InMemoryWorkspaces;
import org.freihafen.structure.Entrants;
import org.freihafen.structure.InMemoryUnits;
import org.freihafen.structure.Kinds;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKey;
import org.freihafen.workspaces.CreatingFolders;
import org.freihafen.workspaces.SeenFolders;
import org.freihafen.workspaces.Workspace;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A small corner of the example federation, in memory: Saxony with Görlitz, AG Umwelt led by Lea
 * with Max in it, AG Digital led by Dan; Ada and Bo belong to Görlitz and share an e-mail address.
 */
public final class Harbour {
    public final Clock clock = Clock.fixed(Instant.parse("2026-10-01T12:00:00Z"), ZoneOffset.UTC);
    public final LocalDate today = LocalDate.of(2026, 10, 1);
    public final Ids ids = new Ids(clock, new Random(1));
    public final Kinds kinds = ShippedKinds.read();
    public final InMemoryUnits units = new InMemoryUnits();
    public final InMemoryMemberships memberships = new InMemoryMemberships();
    public final InMemoryDuties duties = new InMemoryDuties();
    public final InMemoryAccounts accounts = new InMemoryAccounts();
    public final InMemoryPeople people = new InMemoryPeople();
    public final InMemoryWorkspaces workspaces = new InMemoryWorkspaces();
    public final InMemoryGrants grants = new InMemoryGrants(clock);
    public final InMemoryUnitCeilings unitCeilings = new InMemoryUnitCeilings();
    public final InMemoryAccessRequests accessRequests = new InMemoryAccessRequests();
    public final InMemoryDrifts drifts = new InMemoryDrifts();
    public final InMemoryDriftLetters driftLetters = new InMemoryDriftLetters(drifts);
    public final InMemoryReminders reminders = new InMemoryReminders();
    public final InMemoryOffers offers = new InMemoryOffers();
    public CloudCeilings cloudCeilings = CloudCeilings.none();
    public final InMemoryLinkPasswords passwords = new InMemoryLinkPasswords();
    public final InMemoryShownAnew shownAnew = new InMemoryShownAnew();
    public Set<PersonId> hiding = Set.of();
    public final InMemoryInvitations invitations = new InMemoryInvitations();
    public final InMemoryGuests guests = new InMemoryGuests(units);
    public final InMemoryOutbox outbox = new InMemoryOutbox();
    public final InMemoryTrail trail = new InMemoryTrail(clock);
    public final RecordingWake wake = new RecordingWake();
    public final Access access =
            new Access(new FederationStandings(units, memberships, duties, clock));

    public final Unit federation = unit("bund", "federation", "Bundesverband", Optional.empty());
    public final Unit saxony =
            unit("sn", "state", "Landesverband Sachsen", Optional.of(federation.id()));
    public final Unit goerlitz =
            unit("sn-14626", "district", "Kreisverband Görlitz", Optional.of(saxony.id()));
    public final Unit umwelt =
            unit("ag-umwelt", "working-group", "AG Umwelt", Optional.of(saxony.id()));
    public final Unit digital =
            unit("ag-digital", "working-group", "AG Digital", Optional.of(saxony.id()));
    public final Unit board =
            unit("sn-vorstand", "board", "Vorstand Sachsen", Optional.of(saxony.id()));

    public final PersonId lea = member("lea", "100", "lea@example.org");
    public final PersonId max = member("max", "101", "max@example.org");
    public final PersonId dan = member("dan", "102", "dan@example.org");
    public final PersonId ada = member("ada", "103", "couple@example.org");
    public final PersonId bo = member("bo", "104", "couple@example.org");

    public Harbour() {
        belong(lea, umwelt, Role.LEAD);
        belong(max, umwelt, Role.MEMBER);
        belong(dan, digital, Role.LEAD);
        workspaces.add(new Workspace(umwelt.id(), "working", false));
        workspaces.add(new Workspace(board.id(), "board", false));
    }

    public static Actor as(PersonId person) {
        return Actor.of(person);
    }

    public List<PersonId> everybody() {
        return List.of(lea, max, dan, ada, bo);
    }

    public Inviting inviting() {
        return inviting(Bounds.USUAL);
    }

    public Inviting inviting(Bounds bounds) {
        return new Inviting(
                access,
                units,
                new Addressees(accounts, people),
                invitations,
                trail,
                bounds,
                ids,
                clock);
    }

    public Ceilings ceilings() {
        return new Ceilings(cloudCeilings, unitCeilings);
    }

    public Tightening tightening() {
        return new Tightening(
                access, units, grants, ceilings(), unitCeilings, passwords, trail, wake, clock);
    }

    public Founding founding() {
        return new Founding(
                access,
                kinds,
                units,
                memberships,
                workspaces,
                inviting(),
                trail,
                wake,
                Bounds.USUAL,
                ids,
                clock);
    }

    public Answering answering() {
        return new Answering(invitations, units, memberships, trail, wake, clock);
    }

    public Leaving leaving() {
        return new Leaving(access, units, memberships, trail, wake, clock);
    }

    public Electing electing() {
        return new Electing(
                access, units, new Addressees(accounts, people), memberships, trail, wake, clock);
    }

    public NamingLeads namingLeads() {
        return new NamingLeads(access, units, memberships, trail, wake, clock);
    }

    public ChangingUnits changingUnits() {
        return new ChangingUnits(access, units, trail, wake);
    }

    public CreatingFolders creatingFolders() {
        return new CreatingFolders(access, units, workspaces, trail, wake, ids);
    }

    public ClosingFolders closingFolders() {
        OfferingGrants offering = offeringGrants();
        return new ClosingFolders(
                access,
                units,
                workspaces,
                new Openings(workspaces, grants, offering, clock),
                creatingFolders(),
                granting(),
                offering,
                foreseeing(),
                Entrants.byKind(),
                trail,
                wake,
                ids);
    }

    public Granting granting() {
        return new Granting(
                access,
                units,
                grants,
                new GrantCheck(units, workspaces, grants, ceilings(), Entrants.byKind(), clock),
                passwords,
                trail,
                wake,
                ids,
                clock);
    }

    public NotingDrift notingDrift() {
        return new NotingDrift(drifts, trail, ids, clock);
    }

    public SeeingDrift seeingDrift() {
        return new SeeingDrift(access, units, drifts, workspaces, grants, Entrants.byKind(), clock);
    }

    public DecidingDrift decidingDrift() {
        return new DecidingDrift(
                access,
                units,
                drifts,
                workspaces,
                grants,
                granting(),
                Entrants.byKind(),
                trail,
                wake,
                clock);
    }

    public TellingOfDrift tellingOfDrift(Clock at) {
        return new TellingOfDrift(units, drifts, driftLetters, responsible(), mailing(), at);
    }

    public ShowingAnew showingAnew() {
        return new ShowingAnew(access, grants, units, shownAnew, trail, wake, clock);
    }

    public Mailing mailing() {
        return new Mailing(outbox, () -> {}, ids, clock);
    }

    private Responsible responsible() {
        return new Responsible(units, memberships, clock);
    }

    public AskingAccess askingAccess() {
        return askingAccess(AskingLimits.USUAL);
    }

    public AskingAccess askingAccess(AskingLimits limits) {
        return new AskingAccess(
                access,
                units,
                accessRequests,
                Entrants.byKind(),
                responsible(),
                mailing(),
                trail,
                limits,
                ids,
                clock);
    }

    public AnsweringAccess answeringAccess() {
        return new AnsweringAccess(
                access, units, accessRequests, granting(), responsible(), mailing(), trail, clock);
    }

    public Reminding reminding() {
        return new Reminding(
                units, grants, reminders, ReminderDays.USUAL, responsible(), mailing(), clock);
    }

    public Renewing renewing() {
        return new Renewing(
                access,
                units,
                workspaces,
                grants,
                ceilings(),
                ReminderDays.USUAL,
                trail,
                wake,
                clock);
    }

    private OfferCheck offerCheck() {
        return new OfferCheck(units, workspaces, ceilings(), Entrants.byKind(), clock);
    }

    public OfferingGrants offeringGrants() {
        return new OfferingGrants(
                access,
                units,
                offers,
                offerCheck(),
                accounts,
                people,
                mailing(),
                trail,
                ids,
                clock);
    }

    public AnsweringOffers answeringOffers() {
        return new AnsweringOffers(
                offers, offerCheck(), units, memberships, grants, trail, wake, ids, clock);
    }

    public EndingPersonal endingPersonal() {
        return new EndingPersonal(units, memberships, people, grants, offers, trail, wake, clock);
    }

    public Lapsing lapsing() {
        return new Lapsing(units, accessRequests, responsible(), mailing(), trail, clock);
    }

    public Foreseeing foreseeing() {
        return new Foreseeing(
                units, memberships, accounts, workspaces, grants, Entrants.byKind(), clock);
    }

    public Reshaping reshaping() {
        return Reshapers.reshaping(this);
    }

    public ClosingEndings closingEndings(int restorableDays) {
        return new ClosingEndings(
                units, memberships, grants, new RestorableFor(restorableDays), trail, wake, clock);
    }

    public Succession succession() {
        return new Succession(access, units, grants, closingEndings(90), trail, wake, clock);
    }

    public SeenFolders seenFolders() {
        return new SeenFolders(access, units, workspaces);
    }

    public TracingAccess tracing() {
        return new TracingAccess(
                access,
                units,
                memberships,
                accounts,
                workspaces,
                seenFolders(),
                grants,
                Entrants.byKind(),
                (folder, group) -> hiding,
                trail,
                clock);
    }

    /** Another working group of Saxony's. */
    public Unit founded(String key, String name) {
        return unit(key, "working-group", name, Optional.of(saxony.id()));
    }

    /** A group of Saxony's that only its people know of. */
    public Unit discreet(String key, String name) {
        return unit(key, "confidential-group", name, Optional.of(saxony.id()));
    }

    public void belong(PersonId person, Unit unit, Role role) {
        memberships.add(
                new Membership(person, unit.id(), role, Period.since(today), Origin.INVITATION));
    }

    private Unit unit(String key, String kind, String name, Optional<UnitId> parent) {
        Unit unit =
                new Unit(
                        ids.unit(),
                        new UnitKey(key),
                        kinds.named(kind).orElseThrow(),
                        name,
                        parent,
                        Optional.empty(),
                        kind.equals("working-group") ? Unit.Origin.FOUNDED : Unit.Origin.FILE,
                        false);
        units.add(unit);
        return unit;
    }

    private PersonId member(String login, String number, String email) {
        PersonId id = ids.person();
        people.add(
                new Person(
                        id,
                        Optional.of(new MemberNumber(number)),
                        login,
                        "Beispiel",
                        Optional.of(email),
                        Status.MEMBER,
                        Optional.of(LocalDate.of(2020, 1, 1)),
                        Optional.empty(),
                        Person.Dues.NONE,
                        Origin.REGISTER));
        accounts.add(
                List.of(new Account(id, new Username(login), login, Account.State.ACTIVE, false)));
        memberships.add(
                new Membership(
                        id, goerlitz.id(), Role.MEMBER, Period.since(today), Origin.REGISTER));
        return id;
    }
}
