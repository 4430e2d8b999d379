package org.freihafen.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Denied;
import org.freihafen.access.Duty;
import org.freihafen.access.DutyHeld;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.access.Standings;
import org.freihafen.accounts.Account;
import org.freihafen.audit.AuditEntry;
import org.freihafen.enrolment.RosterChange.Aspect;
import org.freihafen.enrolment.RosterChange.Kind;
import org.freihafen.example.Example;
import org.freihafen.leaving.DueReport;
import org.freihafen.leaving.LeavingDue;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Origin;
import org.freihafen.membership.Period;
import org.freihafen.membership.Person;
import org.freihafen.membership.Role;
import org.freihafen.membership.Status;
import org.freihafen.reconcile.Loss;
import org.freihafen.reconcile.Verdict;
import org.freihafen.structure.UnitKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

class EnrollingTest {
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);
    private static final String HEADER =
            "Mitgliedsnummer;Vorname;Nachname;E-Mail;Eintritt;Austritt;Kreisschlüssel;Saldo;Mahnstufe\n";
    private static final String ROSA =
            "1;Rosa;Öztürk-Weiß;paar@example.org;28.02.2019;;14511;-12,50;2\n";
    private static final String KARL =
            "2;Karl;Weiß;paar@example.org;01.01.2001;;14612;1.048,00;0\n";

    private final Office office = new Office();

    @BeforeEach
    void in_october() {
        office.calendar.turnTo(OCTOBER);
    }

    @Test
    void the_example_roster_enrolls_everybody_who_has_not_left() {
        RosterReport report = office.enroll(Example.text("members.csv"));

        assertThat(report.problems()).isEmpty();
        assertThat(report.verdict()).isEqualTo(new Verdict.Safe());
        assertThat(report.roster().counts())
                .isEqualTo(Map.of(Kind.JOINER, 4786, Kind.GONE_BEFORE, 214));
        assertThat(office.places("10000")).containsExactly("bw-08226");
        assertThat(office.account("10000"))
                .satisfies(account -> {
                    assertThat(account.username().value()).isEqualTo("ruediger.dangelo-vogel");
                    assertThat(account.displayName()).isEqualTo("Rüdiger D.");
                    assertThat(account.state()).isEqualTo(Account.State.INVITED);
                });
        assertThat(office.wake.fullRuns()).isOne();
    }

    @Test
    void the_next_roster_makes_exactly_the_changes_that_truly_happened() {
        office.enroll(Example.text("members.csv"));
        office.calendar.turnTo(NOVEMBER);
        RosterReport report = office.waiting(Example.text("members-next.csv"));

        Map<String, Set<String>> found = new TreeMap<>();
        report.changes()
                .forEach(change ->
                        found.computeIfAbsent(word(change), _ -> new TreeSet<>())
                                .add(change.number().value()));
        Map<String, Set<String>> truth =
                Example.text("members-next-changes.csv")
                        .lines()
                        .skip(1)
                        .map(line -> line.split(";", -1))
                        .collect(
                                Collectors.groupingBy(
                                        fields -> fields[0],
                                        TreeMap::new,
                                        Collectors.mapping(
                                                fields -> fields[1],
                                                Collectors.toCollection(TreeSet::new))));
        assertThat(found).isEqualTo(truth);
        assertThat(report.verdict()).isEqualTo(new Verdict.Safe());

        office.approve(report);
        assertThat(office.waiting(Example.text("members-next.csv")).plan().isEmpty()).isTrue();
        assertThat(office.account("12598").state()).isEqualTo(Account.State.SUSPENDED);
        assertThat(office.places("12598")).isEmpty();
        assertThat(office.person("11851").familyName()).isEqualTo("Štěpánek-Schmitt");
    }

    private static String word(RosterChange change) {
        return switch (change.kind()) {
            case JOINER -> "join";
            case LEAVER -> "leave";
            case MOVER -> "move";
            case CORRECTION ->
                    switch (change.aspects().iterator().next()) {
                        case NAME -> "rename";
                        case EMAIL -> "mail";
                        case DUES -> "pay";
                        case PLACE, JOINED, LEFT, STATUS, NUMBER -> "other";
                    };
            case RETURNER, STATUS, GONE_BEFORE -> "other";
        };
    }

    @Test
    void a_waiting_roster_changes_nobody() {
        office.waiting(Example.text("members.csv"));

        assertThat(office.everything()).isEmpty();
    }

    @Test
    void a_mover_begins_in_the_new_district_on_the_day_on_which_the_old_one_ends() {
        office.enroll(HEADER + ROSA);
        office.calendar.turnTo(NOVEMBER);
        office.enroll(HEADER + ROSA.replace("14511", "14612"));

        assertThat(office.places("1")).containsExactly("sn-14612");
        assertThat(office.memberships.of(office.person("1").id(), NOVEMBER.minusDays(1)))
                .extracting(m -> office.units.byId(m.unit()).orElseThrow().key().value())
                .containsExactly("sn-14511");
        assertThat(office.trail.entries())
                .extracting(entry -> entry.what())
                .contains("person.moved", "person.moved-away");
    }

    @Test
    void groups_that_somebody_joined_stay_when_they_move_and_end_when_they_leave() {
        office.enroll(HEADER + ROSA);
        var group = office.units.byKey(new UnitKey("sg-02")).orElseThrow();
        office.memberships.add(
                new Membership(
                        office.person("1").id(),
                        group.id(),
                        Role.LEAD,
                        Period.since(OCTOBER),
                        Origin.INVITATION));
        office.calendar.turnTo(NOVEMBER);
        office.enroll(HEADER + ROSA.replace("14511", "14612"));
        assertThat(office.places("1")).containsExactlyInAnyOrder("sn-14612", "sg-02");

        office.calendar.turnTo(NOVEMBER.plusDays(9));
        office.enroll(HEADER + ROSA.replace("2019;;14511", "2019;05.11.2026;14612"));

        assertThat(office.places("1")).isEmpty();
        assertThat(office.person("1").status()).isEqualTo(Status.LEFT);
        assertThat(office.person("1").left()).contains(LocalDate.of(2026, 11, 5));
        assertThat(office.account("1").state()).isEqualTo(Account.State.SUSPENDED);
    }

    @Test
    void somebody_who_vanished_from_the_file_has_left() {
        office.enroll(HEADER + ROSA + KARL);
        office.calendar.turnTo(NOVEMBER);
        RosterReport report = office.enroll(HEADER + KARL);

        assertThat(report.changes()).extracting(RosterChange::kind).containsExactly(Kind.LEAVER);
        assertThat(office.person("1").left()).contains(NOVEMBER);
        assertThat(office.account("1").state()).isEqualTo(Account.State.SUSPENDED);
        assertThat(office.waiting(HEADER + KARL).plan().isEmpty()).isTrue();
    }

    @Test
    void who_comes_back_gets_the_old_account_and_the_district_but_no_group() {
        office.enroll(HEADER + ROSA + KARL);
        Account before = office.account("1");
        office.acceptances.accept(before.id(), "1", office.calendar.instant());
        office.calendar.turnTo(NOVEMBER);
        office.enroll(HEADER + KARL);
        office.calendar.turnTo(NOVEMBER.plusDays(30));
        RosterReport report = office.enroll(HEADER + ROSA + KARL);

        assertThat(report.changes()).extracting(RosterChange::kind).containsExactly(Kind.RETURNER);
        assertThat(office.account("1")).isEqualTo(before.in(Account.State.ACTIVE));
        assertThat(office.places("1")).containsExactly("sn-14511");
        assertThat(office.person("1").left()).isEmpty();
    }

    @Test
    void who_left_before_they_ever_came_in_is_invited_anew() {
        office.enroll(HEADER + ROSA + KARL);
        office.enroll(HEADER + KARL);
        assertThat(office.account("1").state()).isEqualTo(Account.State.SUSPENDED);

        office.enroll(HEADER + ROSA + KARL);

        assertThat(office.account("1").state()).isEqualTo(Account.State.INVITED);
    }

    @Test
    void who_left_before_we_knew_them_is_remembered_without_an_account() {
        office.enroll(HEADER + ROSA.replace("2019;;", "2019;31.12.2020;"));

        assertThat(office.person("1").status()).isEqualTo(Status.LEFT);
        assertThat(office.accounts.byId(office.person("1").id())).isEmpty();

        office.enroll(HEADER + ROSA);
        assertThat(office.account("1").state()).isEqualTo(Account.State.INVITED);
    }

    @Test
    void a_day_of_leaving_that_lies_ahead_is_noted_and_kept() {
        String announced = HEADER + ROSA.replace("2019;;", "2019;31.10.2026;");
        office.enroll(announced);
        assertThat(office.places("1")).containsExactly("sn-14511");

        office.calendar.turnTo(NOVEMBER);
        LeavingDue due = office.due;
        assertThat(due.leave()).isEqualTo(new LeavingDue.Looked.Left(1, Set.of()));
        assertThat(due.leave()).isEqualTo(new LeavingDue.Looked.Left(0, Set.of()));

        assertThat(office.person("1").status()).isEqualTo(Status.LEFT);
        assertThat(office.person("1").left()).contains(LocalDate.of(2026, 10, 31));
        assertThat(office.places("1")).isEmpty();
        assertThat(office.waiting(announced).plan().isEmpty()).isTrue();
    }

    @Test
    void a_day_of_leaving_that_lies_ahead_is_also_kept_by_the_next_roster_alone() {
        String announced = HEADER + ROSA.replace("2019;;", "2019;31.10.2026;");
        office.enroll(announced);
        office.calendar.turnTo(NOVEMBER);

        assertThat(office.enroll(announced).changes())
                .extracting(RosterChange::kind)
                .containsExactly(Kind.LEAVER);
        assertThat(office.account("1").state()).isEqualTo(Account.State.SUSPENDED);
    }

    @Test
    void the_duties_of_somebody_who_leaves_end() {
        office.enroll(HEADER + ROSA + KARL);
        administers("1");
        administers("2");
        office.calendar.turnTo(NOVEMBER);
        office.enroll(HEADER + KARL);

        assertThat(office.duties.all())
                .filteredOn(held -> held.holdsAt(office.calendar.instant()))
                .extracting(DutyHeld::person)
                .containsExactly(office.person("2").id());
        assertThat(office.trail.entries())
                .filteredOn(entry -> entry.what().equals("duty.ended"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.subjects()).containsExactly(office.person("1").id().value());
                    assertThat(entry.why()).contains("ADMINISTRATOR");
                });
    }

    @Test
    void a_roster_that_takes_the_only_member_office_away_leaves_nothing_to_do_again() {
        office.enroll(HEADER + ROSA + KARL);
        office.duties.give(
                new DutyHeld(
                        office.person("1").id(),
                        Duty.MEMBER_OFFICE,
                        Standings.FEDERATION,
                        Optional.empty()));
        office.calendar.turnTo(NOVEMBER);
        office.enroll(HEADER + KARL);

        assertThat(office.waiting(HEADER + KARL).plan().isEmpty()).isTrue();
    }

    @Test
    void a_roster_without_the_last_administrator_is_refused() {
        office.enroll(HEADER + ROSA + KARL);
        administers("1");
        office.calendar.turnTo(NOVEMBER);
        RosterReport shown = office.waiting(HEADER + KARL);
        String before = office.everything();

        assertThat(office.approve(shown).refusal())
                .contains(Refusal.by(Rule.LAST_ADMINISTRATOR_LEAVES, "1"));
        assertThat(office.everything()).isEqualTo(before);

        administers("2");
        assertThat(office.approve(shown).refusal()).isEmpty();
    }

    @Test
    void all_administrators_leaving_together_are_refused() {
        office.enroll(HEADER + ROSA + KARL);
        administers("1");
        administers("2");
        office.calendar.turnTo(NOVEMBER);

        assertThat(
                        office.approve(office.waiting(HEADER + ROSA.replace("1;Rosa", "3;Ute")))
                                .refusal())
                .contains(Refusal.by(Rule.LAST_ADMINISTRATOR_LEAVES, "1, 2"));
    }

    @Test
    void an_administrator_whose_account_is_suspended_does_not_count_as_another() {
        office.enroll(HEADER + ROSA + KARL);
        administers("1");
        office.calendar.turnTo(NOVEMBER);
        office.enroll(HEADER + ROSA);
        administers("2");

        assertThat(office.approve(office.waiting(HEADER + KARL)).refusal())
                .map(Refusal::rule)
                .contains(Rule.LAST_ADMINISTRATOR_LEAVES);
    }

    @Test
    void the_last_administrator_stays_when_the_day_has_come() {
        String leaving = ROSA.replace("2019;;", "2019;31.10.2026;");
        office.enroll(HEADER + leaving + KARL.replace("2001;;", "2001;31.10.2026;"));
        administers("1");
        office.calendar.turnTo(NOVEMBER);

        assertThat(office.due.leave())
                .isEqualTo(new LeavingDue.Looked.Left(1, Set.of(office.person("1").id())));
        assertThat(office.person("1").status().present()).isTrue();
        assertThat(office.person("2").status()).isEqualTo(Status.LEFT);

        DueReport waiting = office.due.waiting(Office.HOST).orElseThrow();
        assertThat(waiting.changes()).isEmpty();
        assertThat(waiting.staying())
                .extracting(change -> change.number().value())
                .containsExactly("1");
        assertThat(office.due.approve(Office.HOST, waiting.hash()).refusal())
                .contains(Refusal.by(Rule.LAST_ADMINISTRATOR_LEAVES, "1"));
    }

    private void administers(String number) {
        office.duties.give(
                new DutyHeld(
                        office.person(number).id(),
                        Duty.ADMINISTRATOR,
                        Standings.FEDERATION,
                        Optional.empty()));
    }

    @Test
    void a_day_of_leaving_announced_for_everybody_needs_approval() {
        String all = Example.text("members.csv");
        office.enroll(all);
        office.calendar.turnTo(NOVEMBER);

        RosterReport report = office.waiting(leavingOn("31.12.2026", all));

        assertThat(report.changes()).extracting(RosterChange::kind).containsOnly(Kind.CORRECTION);
        assertThat(report.verdict())
                .isInstanceOfSatisfying(
                        Verdict.NeedsApproval.class,
                        held ->
                                assertThat(held.losses())
                                        .extracting(Loss::what)
                                        .contains(
                                                RosterLimits.LEAVING,
                                                RosterLimits.LEAVING_BRANCH,
                                                RosterLimits.LEAVING_DISTRICT));
    }

    @Test
    void a_day_of_leaving_that_is_put_off_takes_nobody_away() {
        String all = Example.text("members.csv");
        office.enroll(leavingOn("31.12.2026", all));
        office.calendar.turnTo(NOVEMBER);

        assertThat(office.waiting(leavingOn("31.12.2027", all)).verdict())
                .isEqualTo(new Verdict.Safe());
        assertThat(office.waiting(all).verdict()).isEqualTo(new Verdict.Safe());
        assertThat(office.waiting(leavingOn("30.11.2026", all)).verdict())
                .isInstanceOf(Verdict.NeedsApproval.class);
    }

    @Test
    void nobody_leaves_by_day_when_suspiciously_many_are_due() {
        String all = leavingOn("31.10.2026", Example.text("members.csv"));
        office.enroll(all);
        office.calendar.turnTo(NOVEMBER);
        String before = office.everything();

        assertThat(office.due.leave())
                .isInstanceOfSatisfying(
                        LeavingDue.Looked.Held.class,
                        held -> {
                            assertThat(held.due()).isEqualTo(4786);
                            assertThat(held.beyond())
                                    .contains(new Loss(RosterLimits.LEAVING, "", 4786, 4786));
                        });
        assertThat(office.everything()).isEqualTo(before);
        assertThat(office.waiting(all).verdict()).isInstanceOf(Verdict.NeedsApproval.class);
    }

    @Test
    void suspiciously_many_leave_once_somebody_approves_exactly_them() {
        office.enroll(leavingOn("31.10.2026", Example.text("members.csv")));
        assertThat(office.due.waiting(Office.HOST)).isEmpty();
        office.calendar.turnTo(NOVEMBER);
        DueReport shown = office.due.waiting(Office.HOST).orElseThrow();

        assertThat(shown.count()).isEqualTo(4786);
        assertThat(shown.verdict()).isInstanceOf(Verdict.NeedsApproval.class);
        assertThat(office.due.approve(Office.HOST, shown.hash()).refusal()).isEmpty();
        assertThat(office.person("10000").status()).isEqualTo(Status.LEFT);
        assertThat(office.account("10000").state()).isEqualTo(Account.State.SUSPENDED);
        assertThat(office.trail.entries())
                .extracting(AuditEntry::what)
                .contains("leaving.approved", "person.left");
        assertThat(office.due.waiting(Office.HOST)).isEmpty();
        assertThat(office.due.approve(Office.HOST, shown.hash()).refusal())
                .contains(Refusal.by(Rule.CHANGED_SINCE_SHOWN));
    }

    @Test
    void who_is_due_is_not_approved_when_it_changed_since_it_was_shown() {
        String all = Example.text("members.csv");
        office.enroll(leavingOn("31.10.2026", all));
        office.calendar.turnTo(NOVEMBER);
        DueReport shown = office.due.waiting(Office.HOST).orElseThrow();
        office.people.save(staying(office.person("10000")));
        String before = office.everything();

        assertThat(office.due.approve(Office.HOST, shown.hash()).refusal())
                .contains(Refusal.by(Rule.CHANGED_SINCE_SHOWN));
        assertThat(office.everything()).isEqualTo(before);
        assertThat(office.due.waiting(Office.HOST)).map(DueReport::count).contains(4785);
    }

    private static Person staying(Person person) {
        return new Person(
                person.id(),
                person.number(),
                person.givenName(),
                person.familyName(),
                person.email(),
                person.status(),
                person.joined(),
                Optional.empty(),
                person.dues(),
                person.origin());
    }

    @Test
    void few_who_are_due_wait_for_nobody() {
        office.enroll(HEADER + ROSA.replace("2019;;", "2019;31.10.2026;") + KARL);
        office.calendar.turnTo(NOVEMBER);

        assertThat(office.due.waiting(Office.HOST)).isEmpty();
    }

    /** Everybody who has no day of leaving gets this one. */
    private static String leavingOn(String day, String file) {
        String[] header = file.lines().findFirst().orElseThrow().split(";", -1);
        int column = Arrays.asList(header).indexOf("Austritt");
        return file.lines()
                        .map(line -> {
                            String[] cells = line.split(";", -1);
                            if (cells[column].isEmpty()) {
                                cells[column] = day;
                            }
                            return String.join(";", cells);
                        })
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    @Test
    void somebody_who_leads_where_the_register_now_places_them_goes_on_leading() {
        office.enroll(HEADER + ROSA);
        var chemnitz = office.units.byKey(new UnitKey("sn-14612")).orElseThrow();
        office.memberships.add(
                new Membership(
                        office.person("1").id(),
                        chemnitz.id(),
                        Role.LEAD,
                        Period.since(OCTOBER),
                        Origin.ELECTION));
        office.calendar.turnTo(NOVEMBER);
        office.enroll(HEADER + ROSA.replace("14511", "14612"));

        assertThat(office.memberships.of(office.person("1").id(), NOVEMBER))
                .singleElement()
                .satisfies(m -> {
                    assertThat(m.role()).isEqualTo(Role.LEAD);
                    assertThat(m.origin()).isEqualTo(Origin.REGISTER);
                });
        assertThat(office.waiting(HEADER + ROSA.replace("14511", "14612")).plan().isEmpty())
                .isTrue();
    }

    @Test
    void people_of_the_sandbox_are_no_concern_of_a_roster() {
        office.enroll(HEADER + ROSA);
        var before = office.person("1");
        office.people.save(
                new Person(
                        before.id(),
                        Optional.empty(),
                        "Sandra",
                        "Sand",
                        Optional.empty(),
                        Status.MEMBER,
                        Optional.empty(),
                        Optional.empty(),
                        before.dues(),
                        Origin.SANDBOX));

        assertThat(office.waiting(HEADER + KARL).changes())
                .extracting(RosterChange::kind)
                .containsExactly(Kind.JOINER);
    }

    @Test
    void a_correction_touches_nothing_else() {
        office.enroll(HEADER + ROSA);
        office.calendar.turnTo(NOVEMBER);
        RosterReport report = office.enroll(HEADER + ROSA.replace("-12,50;2", "0,00;0"));

        assertThat(report.changes())
                .singleElement()
                .extracting(RosterChange::aspects)
                .isEqualTo(Set.of(Aspect.DUES));
        assertThat(office.person("1").dues().paidUp()).isTrue();
        assertThat(office.memberships.of(office.person("1").id(), NOVEMBER))
                .extracting(m -> m.period().from())
                .containsExactly(OCTOBER);
    }

    @Test
    void an_approval_is_refused_when_what_it_rests_on_has_changed() {
        office.enroll(HEADER + ROSA);
        RosterReport shown = office.waiting(HEADER + ROSA.replace("14511", "14612"));
        office.enroll(HEADER + ROSA.replace("14511", "14713"));
        String before = office.everything();

        assertThat(office.approve(shown).refusal())
                .map(Refusal::rule)
                .contains(Rule.CHANGED_SINCE_SHOWN);
        assertThat(office.everything()).isEqualTo(before);
    }

    @Test
    void a_roster_that_waits_shows_what_it_would_do_today() {
        RosterReport shown = office.waiting(HEADER + ROSA);
        office.enroll(HEADER + KARL);

        var again = office.enrolling.show(Office.HOST, shown.roster().id());

        assertThat(again)
                .isInstanceOfSatisfying(
                        Decision.Done.class,
                        done ->
                                assertThat(((RosterReport) done.value()).changes())
                                        .extracting(RosterChange::kind)
                                        .containsExactly(Kind.JOINER, Kind.LEAVER));
    }

    @Test
    void what_a_waiting_roster_is_shown_with_always_fits_what_it_would_do_today() {
        RosterReport first = office.waiting(HEADER + ROSA + KARL);
        office.enroll(HEADER + KARL);
        RosterReport later = office.shown(first);

        assertThat(first.roster().counts()).isEqualTo(Map.of(Kind.JOINER, 2));
        assertThat(later.roster().counts()).isEqualTo(Map.of(Kind.JOINER, 1));
        assertThat(later.hash()).isNotEqualTo(first.hash());
        assertThat(office.enrolling.latest(Office.HOST, Optional.empty(), 2))
                .filteredOn(Roster::waits)
                .singleElement()
                .satisfies(listed -> assertThat(listed.counts()).isEmpty());
    }

    @Test
    void a_waiting_roster_that_says_nothing_new_any_more_cannot_be_approved() {
        RosterReport first = office.waiting(HEADER + ROSA);
        office.enroll(HEADER + ROSA);
        RosterReport later = office.shown(first);

        assertThat(later.roster().counts()).isEmpty();
        assertThat(office.approve(first).refusal()).contains(Refusal.by(Rule.CHANGED_SINCE_SHOWN));
        assertThat(office.approve(later).refusal()).contains(Refusal.by(Rule.NOTHING_TO_APPROVE));
    }

    @Test
    void what_an_applied_roster_is_remembered_by_is_what_it_did() {
        RosterReport first =
                office.waiting(HEADER + ROSA + KARL + "3;Eva;Eis;;99.99.2000;;14612;0,00;0\n");
        office.enroll(HEADER + KARL);
        office.approve(office.shown(first));

        assertThat(office.rosters.byId(first.roster().id()))
                .hasValueSatisfying(roster -> {
                    assertThat(roster.counts()).isEqualTo(Map.of(Kind.JOINER, 1));
                    assertThat(roster.problems()).isOne();
                });
    }

    @Test
    void a_roster_is_applied_once_and_what_it_said_is_forgotten_after_a_while() {
        RosterReport shown = office.enroll(HEADER + ROSA);

        assertThat(office.approve(shown).refusal()).map(Refusal::rule).contains(Rule.NOT_FOUND);
        assertThat(office.rosters.content(shown.roster().id())).isPresent();
        office.calendar.turnTo(NOVEMBER);
        office.enrolling.discardOlder(office.calendar.instant());
        assertThat(office.rosters.content(shown.roster().id())).isEmpty();
        assertThat(office.rosters.byId(shown.roster().id()))
                .map(Roster::stage)
                .contains(Roster.Stage.APPLIED);
    }

    @Test
    void a_discarded_roster_is_forgotten_and_cannot_be_approved() {
        RosterReport shown = office.waiting(HEADER + ROSA);
        office.enrolling.discard(Office.HOST, shown.roster().id());

        assertThat(office.rosters.content(shown.roster().id())).isEmpty();
        assertThat(office.approve(shown).refusal()).map(Refusal::rule).contains(Rule.NOT_FOUND);
        assertThat(office.everything()).isEmpty();
    }

    @Test
    void a_roster_that_nobody_approved_for_long_is_discarded_and_the_trail_says_so() {
        RosterReport old = office.waiting(HEADER + ROSA);
        office.calendar.turnTo(NOVEMBER);
        RosterReport young = office.waiting(HEADER + ROSA);

        office.enrolling.discardOlder(office.calendar.instant());

        assertThat(office.approve(old).refusal()).map(Refusal::rule).contains(Rule.NOT_FOUND);
        assertThat(office.rosters.content(old.roster().id())).isEmpty();
        assertThat(office.trail.entries())
                .extracting(AuditEntry::what)
                .endsWith("roster.discarded");
        assertThat(office.approve(young).refusal()).isEmpty();
    }

    @Test
    void only_the_member_office_rules_rosters() {
        Actor somebody = Actor.of(office.ids.person());

        assertThatThrownBy(() ->
                        office.enrolling.read(somebody, "sage", InputStream.nullInputStream()))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> office.enrolling.show(somebody, office.ids.roster()))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> office.approving.approve(somebody, office.ids.roster(), ""))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> office.enrolling.discard(somebody, office.ids.roster()))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> office.due.waiting(somebody)).isInstanceOf(Denied.class);
        assertThatThrownBy(() -> office.due.approve(somebody, "")).isInstanceOf(Denied.class);
    }

    @Test
    void an_unknown_profile_is_refused() throws Exception {
        assertThat(
                        office.enrolling
                                .read(Office.HOST, "../kinds", InputStream.nullInputStream())
                                .refusal())
                .map(Refusal::rule)
                .contains(Rule.NOT_FOUND);
    }
}
