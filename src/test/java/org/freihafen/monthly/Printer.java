package org.freihafen.monthly;

import org.freihafen.access.Actor;
import org.freihafen.access.Duty;
import org.freihafen.access.DutyHeld;
import org.freihafen.access.InMemoryDuties;
import org.freihafen.audit.AuditEntry;
import org.freihafen.cloud.Filing.Paper;
import org.freihafen.enrolment.InMemoryRosters;
import org.freihafen.enrolment.PlanningRoster;
import org.freihafen.enrolment.RegisterState;
import org.freihafen.enrolment.RosterEffects;
import org.freihafen.enrolment.WaitingRosters;
import org.freihafen.example.Example;
import org.freihafen.expected.InMemoryExpectedChanges;
import org.freihafen.governance.Harbour;
import org.freihafen.identity.ComparingPeople;
import org.freihafen.ids.PersonId;
import org.freihafen.mail.Letter;
import org.freihafen.mail.Post;
import org.freihafen.mail.Template;
import org.freihafen.membership.InMemoryRegister;
import org.freihafen.membership.InMemoryTombstones;
import org.freihafen.membership.Role;
import org.freihafen.membership.Statuses;
import org.freihafen.monthly.ReadingStatements.Issued;
import org.freihafen.reconcile.Outcome;
import org.freihafen.reconcile.Saying;
import org.freihafen.requests.InMemoryChangeRequests;
import org.freihafen.roster.RosterProfiles;
import org.freihafen.roster.csv.FileRosterReader;
import org.freihafen.runs.InMemoryInstallation;
import org.freihafen.runs.RunSettings;
import org.freihafen.shares.SettableClock;
import org.freihafen.structure.Unit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All that writes statements, on the fifth of November, with a cloud that keeps what it gets. */
final class Printer {
    final Harbour harbour = new Harbour();
    final SettableClock clock = new SettableClock(Instant.parse("2026-11-05T12:00:00Z"));
    final Post post = new Post(harbour.people, harbour.accounts, harbour.ids, clock);
    final InMemoryMonthlyStatements statements = new InMemoryMonthlyStatements();
    final InMemoryChangeRequests changes = new InMemoryChangeRequests();
    final CountedTallies tallies = new CountedTallies(harbour.goerlitz.id());
    final List<Paper> papers = new ArrayList<>();
    private final Issuing issuing = new Issuing(Set.of("state"), 5);
    private final StatementText text = new StatementText("de");
    Outcome answer = new Outcome.Applied();
    boolean crashAfterFiling;
    boolean readOnly;

    Printer() {
        harbour.belong(harbour.lea, harbour.board, Role.LEAD);
    }

    static void give(InMemoryDuties duties, PersonId person, Duty duty, Unit in) {
        duties.give(new DutyHeld(person, duty, in.id(), Optional.empty()));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** What happens every hour. */
    void look() {
        drawingUp().drawUp();
        statements.open().forEach(delivering()::deliver);
        announcing().untold().forEach(announcing()::tell);
    }

    private DrawingUp drawingUp() {
        return new DrawingUp(
                harbour.units,
                tallies,
                new Disputes(changes, new InMemoryRosters(), noRosters()),
                statements,
                text,
                issuing,
                clock);
    }

    private WaitingRosters noRosters() {
        Statuses statuses = Example.settings().statuses();
        return new WaitingRosters(
                new InMemoryRosters(),
                new RosterProfiles(Optional.empty()),
                new PlanningRoster(
                        harbour.units,
                        new FileRosterReader(statuses),
                        new RegisterState(
                                new InMemoryRegister(harbour.people, harbour.memberships),
                                harbour.memberships),
                        new RosterEffects(harbour.memberships, statuses),
                        Example.settings().rosterLimits(),
                        new InMemoryExpectedChanges(),
                        new InMemoryTombstones(),
                        new ComparingPeople(harbour.memberships)),
                clock);
    }

    private Delivering delivering() {
        return new Delivering(
                harbour.units,
                harbour.workspaces,
                (_, _, paper) -> filed(paper),
                new InMemoryInstallation(new UUID(1, 1)),
                new RunSettings(Duration.ofHours(1), readOnly, Map.of()),
                text,
                announcing());
    }

    private Announcing announcing() {
        return new Announcing(
                harbour.units, harbour.memberships, statements, post.mailing, harbour.trail, clock);
    }

    private Outcome filed(Paper paper) {
        papers.add(paper);
        if (crashAfterFiling) {
            crashAfterFiling = false;
            throw new IllegalStateException("kill -9");
        }
        return answer;
    }

    ReadingStatements reading() {
        return new ReadingStatements(harbour.access, harbour.units, statements, issuing, clock);
    }

    Issued read() {
        return reading().read(new Actor.Host());
    }

    /** Why those wait that wait. */
    List<String> waits() {
        return statements.open().stream()
                .flatMap(statement -> statement.waits().stream())
                .map(Saying::key)
                .toList();
    }

    /** What the letters say. */
    List<List<String>> told() {
        return post.letters(Template.STATEMENT_FILED).stream().map(Letter::facts).toList();
    }

    long trail(String what) {
        return harbour.trail.entries().stream().map(AuditEntry::what).filter(what::equals).count();
    }
}
