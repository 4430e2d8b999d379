package org.freihafen.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.accounts.Account;
import org.freihafen.applying.CarryingOut.Line;
import org.freihafen.applying.CarryingOut.Outcome;
import org.freihafen.applying.RedactingReports;
import org.freihafen.enrolment.RosterChange.Kind;
import org.freihafen.example.Example;
import org.freihafen.expected.ExpectedChange;
import org.freihafen.identity.Likeness;
import org.freihafen.identity.Likeness.Trait;
import org.freihafen.identity.Question;
import org.freihafen.identity.Question.Reply;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.RosterId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Origin;
import org.freihafen.membership.Period;
import org.freihafen.membership.Person;
import org.freihafen.membership.Role;
import org.freihafen.membership.Status;
import org.freihafen.membership.Tombstones.Cause;
import org.freihafen.reconcile.Limit;
import org.freihafen.reconcile.Verdict;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Questions, two people, steps, and what became of them. */
class ApprovingTest {
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);
    private static final String HEADER =
            "Mitgliedsnummer;Vorname;Nachname;E-Mail;Eintritt;Austritt;Status;Kreisschlüssel;Saldo;Mahnstufe\n";
    private static final String ROSA = "1;Rosa;Weiß;paar@example.org;28.02.2019;;;14511;-12,50;2\n";
    private static final String KARL = "2;Karl;Weiß;paar@example.org;01.01.2001;;;14612;0,00;0\n";

    private final Office office = new Office();

    @BeforeEach
    void both_are_there() {
        office.calendar.turnTo(OCTOBER);
        office.enroll(HEADER + ROSA + KARL);
        office.told.clear();
        office.calendar.turnTo(NOVEMBER);
    }

    private void joinsGroup(String number, Role role) {
        office.memberships.add(
                new Membership(
                        office.person(number).id(),
                        office.units.byKey(new UnitKey("sg-02")).orElseThrow().id(),
                        role,
                        Period.since(OCTOBER),
                        Origin.INVITATION));
    }

    private RosterReport answer(RosterReport report, Reply reply) {
        return Office.done(
                office.enrolling.answer(
                        Office.HOST,
                        report.roster().id(),
                        Map.of(report.questions().getFirst().key(), reply)));
    }

    @Test
    void a_number_that_changed_is_asked_about_and_nothing_happens_until_it_is_answered() {
        var before = office.person("1").id();
        RosterReport report = office.waiting(HEADER + ROSA.replace("1;Rosa", "71;Rosa") + KARL);

        assertThat(report.questions())
                .containsExactly(
                        new Question(
                                Question.Kind.NUMBER_CHANGED,
                                new MemberNumber("71"),
                                Optional.of(new MemberNumber("1")),
                                Reply.SAME));
        assertThat(report.changes()).isEmpty();

        RosterReport same = answer(report, Reply.SAME);
        assertThat(same.changes()).extracting(RosterChange::kind).containsExactly(Kind.CORRECTION);
        assertThat(same.hash()).isNotEqualTo(report.hash());
        office.approve(same);
        assertThat(office.person("71").id()).isEqualTo(before);
        assertThat(office.people.byNumber(new MemberNumber("1"))).isEmpty();
    }

    @Test
    void a_number_that_ends_in_the_same_file_as_another_begins_is_asked_about_too() {
        PersonId before = office.person("1").id();
        String ends = ROSA.replace(";;;14511", ";31.10.2026;;14511");
        RosterReport report =
                office.waiting(HEADER + ends + ROSA.replace("1;Rosa", "71;Rosa") + KARL);

        assertThat(report.questions())
                .extracting(Question::kind)
                .containsExactly(Question.Kind.NUMBER_CHANGED);
        assertThat(report.changes()).isEmpty();

        RosterReport same = answer(report, Reply.SAME);
        assertThat(same.changes()).extracting(RosterChange::kind).containsExactly(Kind.CORRECTION);
        office.approve(same);
        assertThat(office.person("71").id()).isEqualTo(before);
        assertThat(office.account("71").state()).isEqualTo(Account.State.INVITED);
        assertThat(office.people.byNumber(new MemberNumber("1"))).isEmpty();
    }

    @Test
    void a_question_shows_both_with_what_they_have_in_common_and_why_an_answer_is_proposed() {
        RosterReport report = office.waiting(HEADER + ROSA.replace("1;Rosa", "71;Rosa") + KARL);

        Likeness renumbered = report.likenesses().getFirst();
        assertThat(renumbered.line().number()).isEqualTo(new MemberNumber("71"));
        assertThat(renumbered.other())
                .hasValueSatisfying(held -> {
                    assertThat(held.name()).isEqualTo("Rosa Weiß");
                    assertThat(held.joined()).contains(LocalDate.of(2019, 2, 28));
                });
        assertThat(renumbered.common()).containsExactlyInAnyOrder(Trait.values());
        assertThat(renumbered.grounds()).isEqualTo("NUMBER_CHANGED.SAME");
    }

    @Test
    void who_only_shares_name_and_address_is_proposed_as_somebody_else() {
        RosterReport report =
                office.waiting(
                        HEADER
                                + ROSA.replace("1;Rosa", "71;Rosa")
                                        .replace("28.02.2019", "01.10.2026")
                                + KARL);

        assertThat(report.likenesses().getFirst().common())
                .containsExactlyInAnyOrder(Trait.NAME, Trait.EMAIL, Trait.PLACE);
        assertThat(report.likenesses().getFirst().grounds()).isEqualTo("NUMBER_CHANGED.OTHER");
    }

    @Test
    void whoever_left_is_shown_with_their_last_district() {
        office.enroll(HEADER + ROSA.replace(";;;14511", ";31.10.2026;;14511") + KARL);
        office.calendar.turnTo(NOVEMBER.plusDays(9));
        RosterReport again =
                office.waiting(
                        HEADER
                                + ROSA.replace("1;Rosa", "71;Rosa")
                                        .replace("28.02.2019", "08.11.2026")
                                + KARL);

        Likeness rejoined = again.likenesses().getFirst();
        assertThat(rejoined.grounds()).isEqualTo("NUMBER_CHANGED.SAME.EMAIL");
        assertThat(rejoined.other().orElseThrow().left()).contains(LocalDate.of(2026, 10, 31));
        assertThat(rejoined.common()).contains(Trait.PLACE).doesNotContain(Trait.JOINED);
    }

    @Test
    void somebody_else_under_a_new_number_joins_and_the_other_leaves() {
        RosterReport report =
                answer(
                        office.waiting(HEADER + ROSA.replace("1;Rosa", "71;Rosa") + KARL),
                        Reply.OTHER);
        office.approve(report);

        assertThat(office.person("1").status()).isEqualTo(Status.LEFT);
        assertThat(office.person("71").id()).isNotEqualTo(office.person("1").id());
        assertThat(office.told).containsExactlyInAnyOrder("JOINED 71", "LEFT 1");
    }

    @Test
    void one_address_and_no_name_in_common_ask_nothing() {
        assertThat(
                        office.waiting(HEADER + ROSA.replace("1;Rosa;Weiß", "71;Eva;Eis") + KARL)
                                .questions())
                .isEmpty();
    }

    @Test
    void a_person_twice_is_asked_about() {
        String again = ROSA.replace("1;Rosa", "71;Rosa");
        RosterReport report = office.waiting(HEADER + ROSA + KARL + again);

        assertThat(report.questions())
                .extracting(Question::kind)
                .containsExactly(Question.Kind.TWICE);
        assertThat(answer(report, Reply.SAME).changes()).isEmpty();

        RosterReport both = office.waiting(HEADER + ROSA + KARL + again);
        assertThat(answer(both, Reply.OTHER).changes())
                .extracting(RosterChange::kind)
                .containsExactly(Kind.JOINER);
    }

    @Test
    void old_groups_come_back_only_by_decision_and_offices_never() {
        joinsGroup("1", Role.LEAD);
        office.enroll(HEADER + KARL);
        office.calendar.turnTo(NOVEMBER.plusDays(9));
        RosterReport report = office.waiting(HEADER + ROSA + KARL);
        assertThat(report.questions())
                .extracting(Question::kind)
                .containsExactly(Question.Kind.RETURNED);
        assertThat(office.account("1").state()).isEqualTo(Account.State.SUSPENDED);

        RosterReport with = answer(report, Reply.SAME_WITH_GROUPS);
        office.approve(with);

        assertThat(office.places("1")).containsExactlyInAnyOrder("sn-14511", "sg-02");
        assertThat(office.memberships.of(office.person("1").id(), office.calendar.today()))
                .extracting(Membership::role)
                .containsOnly(Role.MEMBER);
        assertThat(office.account("1").state()).isEqualTo(Account.State.INVITED);
    }

    private void erase(String number, Cause cause) {
        Person person = office.person(number);
        office.tombstones.raise(person.id(), person.number(), cause, office.calendar.instant());
        office.accounts.save(office.account(number).erased());
        office.people.save(person.erased());
    }

    @Test
    void whoever_was_erased_and_is_listed_as_gone_stays_erased_without_a_word() {
        office.enroll(HEADER + KARL);
        erase("1", Cause.LEFT);
        RosterReport report =
                office.waiting(HEADER + ROSA.replace(";;14511", ";01.02.2026;14511") + KARL);

        assertThat(report.questions()).isEmpty();
        assertThat(report.plan().isEmpty()).isTrue();
    }

    @Test
    void whoever_was_erased_and_is_there_again_is_asked_about_and_joins_anew() {
        PersonId before = office.person("1").id();
        office.enroll(HEADER + KARL);
        erase("1", Cause.LEFT);
        RosterReport report = office.waiting(HEADER + ROSA + KARL);
        assertThat(report.questions())
                .containsExactly(
                        new Question(
                                Question.Kind.ERASED,
                                new MemberNumber("1"),
                                Optional.empty(),
                                Reply.SAME));
        assertThat(report.changes()).isEmpty();

        office.approve(answer(report, Reply.SAME));

        assertThat(office.person("1").id()).isNotEqualTo(before);
        assertThat(office.account("1").state()).isEqualTo(Account.State.INVITED);
        assertThat(office.account("1").username().value()).isEqualTo("rosa.weiss2");
        assertThat(office.waiting(HEADER + ROSA + KARL).questions()).isEmpty();
    }

    @Test
    void whoever_asked_to_be_erased_stays_so_unless_somebody_decides_otherwise() {
        erase("1", Cause.ASKED);
        RosterReport report = office.waiting(HEADER + ROSA + KARL);

        assertThat(report.questions()).extracting(Question::proposed).containsExactly(Reply.OTHER);
        assertThat(answer(report, Reply.OTHER).plan().isEmpty()).isTrue();
        assertThat(office.people.byNumber(new MemberNumber("1"))).isEmpty();
    }

    @Test
    void the_report_on_a_roster_forgets_whoever_was_erased_and_nobody_else() {
        PersonId rosa = office.person("1").id();
        RosterReport report =
                office.enroll(
                        HEADER + ROSA.replace("Weiß", "Wolke") + KARL.replace("Weiß", "Schwarz"));

        new RedactingReports(office.rosters).redact(Set.of(rosa), Set.of(new MemberNumber("1")));

        office.everybodyRules = true;
        assertThat(Office.done(office.carryingOut.report(Office.HOST, report.roster().id())))
                .hasSize(2)
                .extracting(line -> line.step().change().toString())
                .noneMatch(step -> step.contains("Rosa") || step.contains("Wolke"))
                .anyMatch(step -> step.contains("Schwarz"));
    }

    @Test
    void a_roster_under_way_forgets_whoever_was_erased_and_does_nothing_more_to_them() {
        PersonId rosa = office.person("1").id();
        String eva = ROSA.replace("1;Rosa", "3;Eva").replace("paar@", "eva@");
        RosterReport report = office.waiting(HEADER + ROSA.replace("14511", "14612") + KARL + eva);
        RosterId id = report.roster().id();
        Office.done(office.approving.approve(Office.HOST, id, report.hash()));
        Office.done(office.approving.stop(Office.HOST, id));
        List<RosterStep> inMemory = office.carryingOut.steps(id);

        erase("1", Cause.ASKED);
        RedactingReports reports = new RedactingReports(office.rosters);
        reports.hold();
        reports.redact(Set.of(rosa), Set.of(new MemberNumber("1"), new MemberNumber("3")));
        Office.done(office.approving.goOn(Office.HOST, id));
        assertThat(office.carryingOut.steps(id).toString()).doesNotContain("Rosa", "Eva");
        office.carryingOut.next(id, inMemory.subList(0, 1), 1);
        office.carryingOut.next(id, office.carryingOut.steps(id), 1000);

        assertThat(Office.done(office.carryingOut.report(Office.HOST, id)))
                .extracting(Line::outcome)
                .containsExactly(Outcome.LEFT_OUT, Outcome.LEFT_OUT);
        assertThat(office.people.byId(rosa)).map(Person::givenName).contains("");
        assertThat(office.people.byNumber(new MemberNumber("3"))).isEmpty();
    }

    @Test
    void who_joined_by_another_roster_meanwhile_joins_no_second_time() {
        String eva = ROSA.replace("1;Rosa", "3;Eva").replace("paar@", "eva@");
        RosterReport one = office.waiting(HEADER + ROSA + KARL + eva);
        RosterId id = one.roster().id();
        Office.done(office.approving.approve(Office.HOST, id, one.hash()));
        Office.done(office.approving.stop(Office.HOST, id));
        office.enroll(HEADER + ROSA + KARL + eva);

        Office.done(office.approving.goOn(Office.HOST, id));
        office.carryingOut.next(id, office.carryingOut.steps(id), 1000);

        assertThat(office.rosters.byId(id).map(Roster::stage)).contains(Roster.Stage.APPLIED);
        assertThat(Office.done(office.carryingOut.report(Office.HOST, id)))
                .extracting(Line::outcome)
                .containsExactly(Outcome.LEFT_OUT);
    }

    @Test
    void one_that_was_stopped_for_long_is_discarded_and_forgotten() {
        RosterReport report = office.waiting(HEADER + ROSA.replace("14511", "14612") + KARL);
        RosterId id = report.roster().id();
        Office.done(office.approving.approve(Office.HOST, id, report.hash()));
        Office.done(office.approving.stop(Office.HOST, id));
        office.calendar.turnTo(NOVEMBER.plusDays(40));

        office.enrolling.discardOlder(office.calendar.instant());

        assertThat(office.rosters.byId(id).map(Roster::stage)).contains(Roster.Stage.DISCARDED);
        assertThat(office.rosters.content(id)).isEmpty();
    }

    @Test
    void nobody_is_placed_into_a_unit_that_ended_meanwhile() {
        RosterReport report = office.waiting(HEADER + ROSA.replace("14511", "14612") + KARL);
        RosterId id = report.roster().id();
        Office.done(office.approving.approve(Office.HOST, id, report.hash()));
        Unit district = office.units.byKey(new UnitKey("sn-14612")).orElseThrow();
        office.units.save(district.end());

        office.carryingOut.next(id, office.carryingOut.steps(id), 1000);

        assertThat(office.places("1")).containsExactly("sn-14511");
        assertThat(Office.done(office.carryingOut.report(Office.HOST, id)))
                .extracting(Line::outcome)
                .containsExactly(Outcome.LEFT_OUT);
    }

    @Test
    void whoever_returns_with_resting_rights_gets_no_former_groups() {
        joinsGroup("1", Role.MEMBER);
        office.enroll(HEADER + KARL);
        office.calendar.turnTo(NOVEMBER.plusDays(1));
        RosterReport report =
                answer(
                        office.waiting(HEADER + ROSA.replace(";;;14511", ";;ruhend;14511") + KARL),
                        Reply.SAME_WITH_GROUPS);

        office.approve(report);

        assertThat(office.places("1")).containsExactly("sn-14511");
    }

    @Test
    void a_plan_is_counted_by_branch_and_whoever_changes_it_counts_in_both() {
        String eva = ROSA.replace("1;Rosa", "3;Eva").replace("paar@", "eva@");
        RosterReport report = office.waiting(HEADER + ROSA.replace("14511", "11000") + KARL + eva);

        assertThat(BranchCounts.of(report.changes(), office.units.structure()))
                .extracting(each -> each.branch().key().value(), BranchCounts::counts)
                .containsExactly(
                        tuple("be", Map.of(Kind.MOVER, 1)),
                        tuple("sn", Map.of(Kind.MOVER, 1, Kind.JOINER, 1)));
    }

    @Test
    void a_file_that_only_asks_is_not_approved_before_it_is_answered() {
        office.enroll(HEADER + KARL);
        RosterReport report = office.waiting(HEADER + ROSA + KARL);

        assertThat(report.plan().isEmpty()).isTrue();
        assertThat(office.approve(report).refusal()).contains(Refusal.by(Rule.QUESTIONS_OPEN, "1"));
    }

    @Test
    void an_answer_is_part_of_what_is_approved() {
        office.enroll(HEADER + KARL);
        RosterReport report = answer(office.waiting(HEADER + ROSA + KARL), Reply.SAME);
        Office.done(
                office.enrolling.answer(
                        Office.HOST, office.waiting(HEADER + ROSA + KARL).roster().id(), Map.of()));
        office.rosters.reply(report.roster().id(), Map.of("RETURNED:1", Reply.SAME_WITH_GROUPS));

        assertThat(office.approve(report).refusal()).contains(Refusal.by(Rule.CHANGED_SINCE_SHOWN));
    }

    @Test
    void all_proposals_are_followed_at_once_by_whoever_was_told_how_many() {
        office.enroll(HEADER + KARL.replace("2;Karl", "3;Eva"));
        RosterReport report = office.waiting(HEADER + ROSA + KARL);
        var id = report.roster().id();
        assertThat(report.questions()).hasSizeGreaterThan(1);
        int asked = report.questions().size();

        assertThat(office.enrolling.follow(Office.HOST, id, asked - 1).refusal())
                .contains(Refusal.by(Rule.CHANGED_SINCE_SHOWN));
        assertThat(office.rosters.replies(id)).isEmpty();

        Office.done(office.enrolling.follow(Office.HOST, id, asked));
        assertThat(Office.done(office.enrolling.show(Office.HOST, id)).questions()).isEmpty();
        assertThat(office.rosters.replies(id))
                .hasSize(asked)
                .allSatisfy((key, reply) ->
                        assertThat(report.questions())
                                .filteredOn(question -> question.key().equals(key))
                                .extracting(Question::proposed)
                                .containsExactly(reply));
        assertThat(office.enrolling.follow(Office.HOST, id, 0).refusal())
                .contains(Refusal.by(Rule.CHANGED_SINCE_SHOWN));
    }

    @Test
    void only_what_is_asked_can_be_answered() {
        RosterReport report = office.waiting(HEADER + ROSA + KARL);

        assertThat(
                        office.enrolling
                                .answer(
                                        Office.HOST,
                                        report.roster().id(),
                                        Map.of("RETURNED:1", Reply.SAME))
                                .refusal())
                .contains(Refusal.by(Rule.NOT_ASKED, "RETURNED:1"));
    }

    @Test
    void resting_rights_end_offices_and_groups_and_leave_account_and_district() {
        joinsGroup("1", Role.LEAD);
        RosterReport report =
                office.waiting(HEADER + ROSA.replace(";;;14511", ";;ruhend;14511") + KARL);
        assertThat(report.changes()).extracting(RosterChange::kind).containsExactly(Kind.STATUS);
        assertThat(report.effects())
                .singleElement()
                .satisfies(effect -> assertThat(effect.losesLastLead()).isTrue());
        office.approve(report);

        assertThat(office.places("1")).containsExactly("sn-14511");
        assertThat(office.account("1").usable()).isTrue();
        assertThat(office.person("1").status()).isEqualTo(Status.RIGHTS_SUSPENDED);
        assertThat(
                        office.waiting(HEADER + ROSA.replace(";;;14511", ";;ruhend;14511") + KARL)
                                .changes())
                .isEmpty();
    }

    @Test
    void a_guest_belongs_nowhere_and_comes_back_as_a_member() {
        String guest = HEADER + ROSA.replace(";;;14511", ";;Gast;14511") + KARL;
        office.approve(office.waiting(guest));
        assertThat(office.places("1")).isEmpty();
        assertThat(office.account("1").usable()).isTrue();
        assertThat(office.waiting(guest).changes()).isEmpty();

        office.approve(office.waiting(HEADER + ROSA + KARL));
        assertThat(office.places("1")).containsExactly("sn-14511");
    }

    @Test
    void a_file_without_a_column_leaves_alone_what_it_would_say() {
        office.approve(office.waiting(HEADER + ROSA.replace(";;;14511", ";;ruhend;14511") + KARL));
        String without = (HEADER + ROSA + KARL).replace("Status;", "").replace(";;;1", ";;1");

        assertThat(office.waiting(without).changes()).isEmpty();
    }

    @Test
    void whoever_died_is_not_called_a_leaver_of_their_own_will() {
        office.approve(
                office.waiting(HEADER + ROSA.replace(";;;14511", ";;verstorben;14511") + KARL));

        assertThat(office.person("1").status()).isEqualTo(Status.DECEASED);
        assertThat(office.account("1").state()).isEqualTo(Account.State.SUSPENDED);
    }

    @Test
    void a_dangerous_plan_needs_two_people_who_were_shown_the_same() {
        Office large = new Office();
        large.calendar.turnTo(OCTOBER);
        large.everybodyRules = true;
        String all = Example.text("members.csv");
        large.enroll(all);
        String half = String.join("\n", all.lines().limit(2500).toList()) + "\n";
        RosterReport report = large.waiting(half);
        RosterId id = report.roster().id();
        Actor one = Actor.of(large.person("10000").id());
        Actor other = Actor.of(large.person("10003").id());
        String before = large.everything();

        Roster first = Office.done(large.approving.approve(one, id, report.hash()));
        assertThat(first.waits()).isTrue();
        assertThat(large.everything()).isEqualTo(before);
        assertThat(large.approving.approve(one, id, report.hash()).refusal())
                .contains(Refusal.by(Rule.SECOND_PERSON_NEEDED));
        assertThat(Office.done(large.approving.approve(other, id, report.hash())).stage())
                .isEqualTo(Roster.Stage.APPLYING);
    }

    @Test
    void a_plan_stops_between_steps_and_goes_on_where_it_was() {
        Office large = new Office();
        large.calendar.turnTo(OCTOBER);
        RosterReport report = large.waiting(Example.text("members.csv"));
        RosterId id = report.roster().id();
        Office.done(large.approving.approve(Office.HOST, id, report.hash()));
        List<RosterStep> steps = large.carryingOut.steps(id);

        large.carryingOut.next(id, steps, 23);
        Roster stopped = Office.done(large.approving.stop(Office.HOST, id));
        assertThat(stopped.progress()).isEqualTo(new Roster.Progress(5000, 23, 0));
        assertThat(large.carryingOut.next(id, steps, 1000)).isEmpty();
        assertThat(Office.done(large.carryingOut.report(Office.HOST, id)))
                .filteredOn(line -> line.outcome() == Outcome.DONE)
                .hasSize(23);
        assertThat(large.people.byNumber(steps.get(22).change().key())).isPresent();
        assertThat(large.people.byNumber(steps.get(23).change().key())).isEmpty();

        Office.done(large.approving.goOn(Office.HOST, id));
        while (large.carryingOut.next(id, large.carryingOut.steps(id), 1000).isPresent()) {
            assertThat(large.carryingOut.unfinished().size()).isLessThan(2);
        }
        assertThat(large.waiting(Example.text("members.csv")).plan().isEmpty()).isTrue();
        assertThat(large.wake.fullRuns()).isOne();
    }

    @Test
    void only_one_roster_is_carried_out_at_a_time() {
        RosterReport one = office.waiting(HEADER + ROSA.replace("14511", "14612") + KARL);
        RosterReport other = office.waiting(HEADER + ROSA + KARL.replace("14612", "14511"));
        Office.done(office.approving.approve(Office.HOST, one.roster().id(), one.hash()));

        assertThat(office.approve(other).refusal()).contains(Refusal.by(Rule.ROSTER_BEING_APPLIED));
    }

    @Test
    void a_step_whose_person_changed_since_the_approval_is_left_out_and_told() {
        RosterReport report =
                office.waiting(
                        HEADER + ROSA.replace("14511", "14612") + KARL.replace("14612", "14511"));
        RosterId id = report.roster().id();
        Office.done(office.approving.approve(Office.HOST, id, report.hash()));
        var rosa = office.person("1");
        office.people.save(
                new Person(
                        rosa.id(),
                        rosa.number(),
                        "Rosalinde",
                        rosa.familyName(),
                        rosa.email(),
                        rosa.status(),
                        rosa.joined(),
                        rosa.left(),
                        rosa.dues(),
                        rosa.origin()));
        office.carryingOut.next(id, office.carryingOut.steps(id), 1000);

        assertThat(office.places("1")).containsExactly("sn-14511");
        assertThat(office.places("2")).containsExactly("sn-14511");
        assertThat(Office.done(office.carryingOut.report(Office.HOST, id)))
                .extracting(Line::outcome)
                .containsExactly(Outcome.LEFT_OUT, Outcome.DONE);
    }

    @Test
    void what_was_announced_is_no_surprise_on_its_day() {
        Office large = new Office();
        large.calendar.turnTo(OCTOBER);
        String all = Example.text("members.csv");
        large.enroll(all);
        String owing = all.replaceAll(";-?[0-9.]+,\\d\\d;(\\d+)\n", ";-48,00;$1\n");
        large.calendar.turnTo(LocalDate.of(2027, 1, 1));
        assertThat(large.waiting(owing).verdict()).isInstanceOf(Verdict.NeedsApproval.class);

        assertThat(announced(large, RosterLimits.OWING).refusal())
                .contains(Refusal.by(Rule.EXPECTED_TOO_LATE));
        large.calendar.turnTo(LocalDate.of(2026, 12, 31));
        Office.done(announced(large, RosterLimits.OWING));
        large.calendar.turnTo(LocalDate.of(2027, 1, 1));

        RosterReport expected = large.waiting(owing);
        assertThat(expected.verdict()).isEqualTo(new Verdict.Safe());
        assertThat(expected.expected()).hasSize(1);
        large.calendar.turnTo(LocalDate.of(2027, 1, 4));
        assertThat(large.waiting(owing).verdict()).isInstanceOf(Verdict.NeedsApproval.class);
    }

    private static Decision<ExpectedChange> announced(Office office, String what) {
        return office.expecting.announce(
                Office.HOST,
                what,
                LocalDate.of(2027, 1, 1),
                LocalDate.of(2027, 1, 3),
                new Limit(10_000, 0),
                "Beiträge werden fällig");
    }

    @Test
    void a_file_that_lacks_people_is_never_expected() {
        Office large = new Office();
        large.calendar.turnTo(OCTOBER);
        String all = Example.text("members.csv");
        large.enroll(all);
        large.calendar.turnTo(LocalDate.of(2026, 12, 31));
        RosterLimits.LOSSES.forEach(sort -> Office.done(announced(large, sort)));
        large.calendar.turnTo(LocalDate.of(2027, 1, 1));

        assertThat(
                        large.waiting(all.substring(0, all.indexOf('\n', all.length() / 2) + 1))
                                .verdict())
                .isInstanceOf(Verdict.NeedsApproval.class);
    }

    @Test
    void followers_hear_who_joined_moved_left_and_returned() {
        office.approve(office.waiting(HEADER + ROSA.replace("14511", "14612") + KARL));
        office.enroll(HEADER + KARL);
        office.enroll(HEADER + ROSA + KARL + KARL.replace("2;Karl", "3;Ute"));

        assertThat(office.told).containsExactly("MOVED 1", "LEFT 1", "JOINED 3", "RETURNED 1");
    }
}
