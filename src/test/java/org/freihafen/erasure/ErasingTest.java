package org.freihafen.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Denied;
import org.freihafen.access.Duty;
import org.freihafen.access.DutyHeld;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Username;
import org.freihafen.applying.PeopleChanged.What;
import org.freihafen.audit.AuditEntry;
import org.freihafen.ids.PersonId;
import org.freihafen.mail.Template;
import org.freihafen.membership.MemberNumber;
import org.freihafen.membership.Origin;
import org.freihafen.membership.Role;
import org.freihafen.membership.Status;
import org.freihafen.membership.Tombstones.Cause;
import org.freihafen.reconcile.Limit;
import org.freihafen.reconcile.Touched;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class ErasingTest {
    private final Pierhead pier = new Pierhead();
    private final PersonId ada = pier.harbour.ada;
    private final LocalDate left = pier.today;

    private void office(PersonId person, Pierhead at) {
        at.harbour.duties.give(
                new DutyHeld(
                        person, Duty.MEMBER_OFFICE, at.harbour.federation.id(), Optional.empty()));
    }

    @Test
    void a_leaver_is_reminded_twice_and_then_erased_down_to_the_id() {
        pier.becomes(ada, Status.LEFT);
        pier.lookUntil(left.plusDays(90));
        assertThat(pier.erased).isEmpty();
        assertThat(pier.post.letters(Template.ERASURE_SOON))
                .extracting(letter -> letter.facts().getFirst())
                .containsExactly("60", "14");

        pier.look();

        assertThat(pier.erased).containsExactly(ada);
        assertThat(pier.harbour.people.byId(ada))
                .hasValueSatisfying(person -> {
                    assertThat(person.name()).isEmpty();
                    assertThat(person.email()).isEmpty();
                    assertThat(person.number()).isEmpty();
                    assertThat(person.joined()).isEmpty();
                });
        assertThat(pier.harbour.accounts.byId(ada).orElseThrow())
                .satisfies(account -> {
                    assertThat(account.state()).isEqualTo(Account.State.ERASED);
                    assertThat(account.displayName()).isEmpty();
                    assertThat(account.username().value()).doesNotContain("ada");
                });
        assertThat(pier.harbour.accounts.taken(new Username("ada"))).isTrue();
        assertThat(pier.tombstones.among(List.of(new MemberNumber("103"))))
                .isEqualTo(Map.of(new MemberNumber("103"), Cause.LEFT));
        assertThat(pier.harbour.trail.entries())
                .contains(AuditEntry.of(new Actor.Host(), "person.erased", ada.value()));
        assertThat(pier.harbour.wake.heard())
                .anySatisfy(touched -> assertThat(touched.people()).contains(ada));
        pier.lookUntil(left.plusDays(400));
        assertThat(pier.erased).hasSize(1);
    }

    @Test
    void whoever_returns_within_the_time_loses_nothing_and_starts_anew_when_leaving_again() {
        pier.becomes(ada, Status.LEFT);
        pier.lookUntil(left.plusDays(80));
        pier.becomes(ada, Status.MEMBER);
        pier.lookUntil(left.plusDays(200));

        assertThat(pier.erased).isEmpty();
        assertThat(pier.farewells.all()).isEmpty();
        pier.becomes(ada, Status.LEFT);
        pier.lookUntil(left.plusDays(290));
        assertThat(pier.erased).isEmpty();
        assertThat(pier.post.letters(Template.ERASURE_SOON)).hasSize(4);
    }

    @Test
    void whoever_came_back_between_looking_and_erasing_is_let_go() {
        pier.becomes(ada, Status.LEFT);
        pier.lookUntil(left.plusDays(90));
        List<PersonId> due = pier.erasing().due();
        pier.becomes(ada, Status.MEMBER);

        assertThat(due).containsExactly(ada);
        assertThat(pier.erasing().step(ada)).isFalse();
        assertThat(pier.erased).isEmpty();
        assertThat(pier.farewells.all()).isEmpty();
    }

    @Test
    void whoever_came_back_between_showing_and_approving_is_let_go() {
        office(pier.harbour.bo, pier);
        Actor office = Actor.of(pier.harbour.bo);
        pier.becomes(ada, Status.LEFT);
        pier.lookUntil(left.plusDays(90));
        String hash = pier.erasing().show(office).held().hash();
        pier.becomes(ada, Status.MEMBER);

        assertThat(refusal(pier.erasing().approve(office, hash)))
                .isEqualTo(Rule.CHANGED_SINCE_SHOWN);
        assertThat(pier.erased).isEmpty();
        assertThat(pier.farewells.all()).isEmpty();
    }

    @Test
    void in_read_only_mode_nobody_is_reminded_or_erased() {
        office(pier.harbour.bo, pier);
        Actor office = Actor.of(pier.harbour.bo);
        pier.becomes(ada, Status.LEFT);
        pier.lookUntil(left.plusDays(90));
        String hash = pier.erasing().show(office).held().hash();
        pier.readOnly = true;
        pier.look();

        assertThat(refusal(pier.erasing().approve(office, hash))).isEqualTo(Rule.READ_ONLY);
        assertThat(pier.erased).isEmpty();
        pier.readOnly = false;
        pier.look();
        assertThat(pier.erased).containsExactly(ada);
    }

    @Test
    void whoever_was_erased_cannot_be_erased_again() {
        pier.erasing().begin(ada);
        pier.lookUntil(left.plusDays(2));
        assertThat(pier.erased).containsExactly(ada);

        assertThat(pier.erasing().begin(ada).map(Refusal::rule)).contains(Rule.NOT_FOUND);
        pier.farewells.begin(Farewell.of(ada, left, Cause.ASKED));
        assertThat(pier.erasing().step(ada)).isFalse();
        assertThat(pier.farewells.all()).isEmpty();
    }

    @Test
    void a_step_that_was_done_is_not_done_again() {
        pier.becomes(ada, Status.LEFT);
        pier.lookUntil(left.plusDays(30));
        pier.erasing().catchUp();

        assertThat(pier.erasing().step(ada)).isTrue();
        assertThat(pier.erasing().step(ada)).isFalse();
        assertThat(pier.post.letters(Template.ERASURE_SOON)).hasSize(1);
    }

    @Test
    void who_is_due_at_once_is_erased_in_one_go_and_reports_are_read_once() {
        pier.becomes(ada, Status.LEFT);
        pier.becomes(pier.harbour.max, Status.LEFT);
        pier.lookUntil(left.plusDays(90));
        assertThat(pier.rosters.timesListed()).isZero();

        assertThat(pier.erasing().eraseDue()).isEqualTo(2);

        assertThat(pier.erased).containsExactlyInAnyOrder(ada, pier.harbour.max);
        int heldAndRedacted = 6;
        assertThat(pier.rosters.timesListed()).isEqualTo(heldAndRedacted);
        assertThat(pier.erasing().due()).isEmpty();
        assertThat(pier.erasing().eraseDue()).isZero();
        assertThat(pier.rosters.timesListed()).isEqualTo(heldAndRedacted);
    }

    @Test
    void more_at_once_than_usual_wait_for_the_member_office() {
        Pierhead narrow = new Pierhead(left, new Limit(1, 0));
        office(narrow.harbour.bo, narrow);
        PersonId first = narrow.harbour.ada;
        PersonId second = narrow.harbour.max;
        narrow.becomes(first, Status.LEFT);
        narrow.becomes(second, Status.DECEASED);
        narrow.lookUntil(left.plusDays(91));
        assertThat(narrow.erased).isEmpty();
        assertThat(narrow.post.letters(Template.ERASURE_SOON))
                .as("nobody writes to the dead")
                .hasSize(2);

        Actor office = Actor.of(narrow.harbour.bo);
        Erasing.Outlook shown = narrow.erasing().show(office);
        assertThat(shown.held().loss().orElseThrow().lost()).isEqualTo(2);
        assertThat(refusal(narrow.erasing().approve(office, "0")))
                .isEqualTo(Rule.CHANGED_SINCE_SHOWN);
        assertThatThrownBy(() -> narrow.erasing().approve(Actor.of(narrow.harbour.dan), "0"))
                .isInstanceOf(Denied.class);
        assertThat(narrow.erasing().approve(office, shown.held().hash()))
                .isEqualTo(Decision.done(2));
        assertThat(narrow.erased).containsExactlyInAnyOrder(first, second);
        assertThat(narrow.harbour.trail.entries())
                .contains(AuditEntry.of(office, "erasure.approved"));
        assertThat(narrow.linesBefore)
                .as("nobody waits for the trail while remains are erased")
                .hasSize(2)
                .containsOnly(narrow.linesBefore.getFirst());
    }

    @Test
    void what_will_happen_is_told_before_and_telling_does_nothing() {
        office(pier.harbour.bo, pier);
        pier.becomes(ada, Status.LEFT);
        pier.look();
        DueErasures soon = new DueErasures(pier.erasing(), pier.harbour.clock);

        assertThat(pier.erasing().show(Actor.of(pier.harbour.bo)).people())
                .containsExactly(
                        new Erasing.Upcoming(
                                Farewell.of(ada, left, Cause.LEFT), left.plusDays(90)));
        assertThat(soon.due(Duration.ZERO)).isZero();
        assertThat(soon.due(Duration.ofDays(90))).isOne();
        assertThatThrownBy(() -> pier.erasing().show(Actor.of(pier.harbour.dan)))
                .isInstanceOf(Denied.class);
    }

    @Test
    void whoever_asked_is_told_and_erased_although_they_are_a_member() {
        assertThat(pier.erasing().begin(ada)).isEmpty();
        pier.look();
        assertThat(pier.erased).isEmpty();
        pier.today = left.plusDays(1);
        pier.look();

        assertThat(pier.erased).containsExactly(ada);
        assertThat(pier.post.letters(Template.ERASURE_GRANTED)).hasSize(1);
        assertThat(pier.tombstones.among(List.of(new MemberNumber("103"))))
                .containsValue(Cause.ASKED);
        assertThat(pier.harbour.wake.heard())
                .contains(
                        new Touched(
                                java.util.Set.of(pier.harbour.goerlitz.id()),
                                java.util.Set.of(ada),
                                java.util.Set.of()));
    }

    @Test
    void a_granted_erasure_is_taken_back_until_it_happens_and_the_person_is_told() {
        office(pier.harbour.bo, pier);
        Actor office = Actor.of(pier.harbour.bo);
        pier.erasing().begin(ada);
        assertThatThrownBy(() -> pier.erasing().withdraw(Actor.of(pier.harbour.dan), ada))
                .isInstanceOf(Denied.class);

        assertThat(pier.erasing().withdraw(office, ada)).isEqualTo(Decision.done(ada));

        pier.lookUntil(left.plusDays(9));
        assertThat(pier.erased).isEmpty();
        assertThat(pier.post.letters(Template.ERASURE_WITHDRAWN)).hasSize(1);
        assertThat(pier.harbour.trail.entries())
                .contains(AuditEntry.of(office, "erasure.withdrawn", ada.value()));
        assertThat(refusal(pier.erasing().withdraw(office, ada))).isEqualTo(Rule.NOT_FOUND);
    }

    @Test
    void whoever_left_is_not_let_out_by_taking_back() {
        office(pier.harbour.bo, pier);
        pier.becomes(ada, Status.LEFT);
        pier.look();

        assertThat(refusal(pier.erasing().withdraw(Actor.of(pier.harbour.bo), ada)))
                .isEqualTo(Rule.NOT_FOUND);
        assertThat(pier.farewells.all()).hasSize(1);
    }

    @Test
    void whoever_alone_administers_the_whole_stays() {
        pier.harbour.duties.give(
                new DutyHeld(
                        ada, Duty.ADMINISTRATOR, pier.harbour.federation.id(), Optional.empty()));

        assertThat(pier.erasing().begin(ada).map(Refusal::rule)).contains(Rule.LAST_ADMINISTRATOR);
        pier.farewells.begin(Farewell.of(ada, left, Cause.ASKED));
        pier.lookUntil(left.plusDays(9));
        assertThat(pier.erased).isEmpty();
    }

    @Test
    void those_who_speak_for_where_leavers_belonged_learn_how_many() {
        pier.harbour.memberships.end(pier.harbour.lea, pier.harbour.umwelt.id(), pier.today);
        pier.harbour.belong(pier.harbour.dan, pier.harbour.saxony, Role.LEAD);
        pier.ended(ada, pier.harbour.goerlitz.id(), Role.MEMBER, Origin.REGISTER);
        pier.ended(ada, pier.harbour.digital.id(), Role.LEAD, Origin.ELECTION);

        pier.telling()
                .changed(
                        new Actor.Host(),
                        What.LEFT,
                        List.of(pier.harbour.people.byId(ada).orElseThrow()));

        assertThat(pier.post.letters(Template.PEOPLE_LEFT))
                .singleElement()
                .satisfies(letter ->
                        assertThat(letter.facts()).containsExactly("Kreisverband Görlitz", "1"));
        assertThat(pier.post.letters(Template.LEAD_LEFT))
                .singleElement()
                .satisfies(letter -> assertThat(letter.facts()).containsExactly("AG Digital"));
    }

    private static Rule refusal(Decision<?> decision) {
        return decision.refusal().orElseThrow().rule();
    }
}
