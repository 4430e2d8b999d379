package org.freihafen.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.freihafen.governance.Harbour.as;

import org.freihafen.access.Decision;
import org.freihafen.access.Denied;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.ceilings.Ceiling;
import org.freihafen.governance.Harbour;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.mail.Addressee;
import org.freihafen.mail.Posted;
import org.freihafen.mail.Template;
import org.freihafen.membership.Period;
import org.freihafen.renewal.Renewing.Ending;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grantee;
import org.freihafen.shares.Permission;
import org.freihafen.workspaces.FolderRef;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** AG Umwelt's grants end, and are renewed. */
class RenewingTest {
    private final Harbour harbour = new Harbour();
    private final LocalDate today = harbour.today;

    private Grant given(Grantee to, int daysAgo, int daysLeft) {
        Grant grant =
                new Grant(
                        harbour.ids.grant(),
                        FolderRef.whole(harbour.umwelt.id()),
                        to,
                        Set.of(Permission.READ),
                        new Period(
                                today.minusDays(daysAgo),
                                Optional.of(today.plusDays(daysLeft + 1L))),
                        "Presse",
                        harbour.max);
        harbour.grants.add(grant);
        return grant;
    }

    private Grantee digital() {
        return new Grantee.ToGroup(new GroupId(harbour.digital.id(), Part.PEOPLE));
    }

    private static Rule rule(Decision<?> decision) {
        return decision.refusal().map(Refusal::rule).orElseThrow();
    }

    private Decision<Grant> renew(Grant grant) {
        return harbour.renewing().renew(as(harbour.lea), grant.id());
    }

    private Optional<LocalDate> lastDay(Grant grant) {
        return harbour.grants
                .byId(grant.id())
                .flatMap(Grant::until)
                .map(until -> until.minusDays(1));
    }

    private int letters() {
        return (int)
                harbour.outbox.latest(Set.of(Posted.Stage.values()), Optional.empty(), 100).stream()
                        .filter(posted -> posted.letter().template() == Template.GRANTS_END)
                        .filter(posted ->
                                posted.letter().to().equals(new Addressee.ToPerson(harbour.lea)))
                        .count();
    }

    private void remind() {
        harbour.reminding().near().forEach(harbour.reminding()::remind);
    }

    @Test
    void whoever_leads_now_is_reminded_once_before_each_of_the_configured_days() {
        given(digital(), 100, 30);
        given(digital(), 100, 31);
        given(digital(), 100, 12);
        remind();
        remind();
        assertThat(letters()).isEqualTo(1);

        given(digital(), 100, 7);
        remind();
        assertThat(letters()).isEqualTo(2);
    }

    @Test
    void a_reminder_names_the_last_days() {
        given(digital(), 100, 7);
        given(digital(), 100, 30);
        remind();

        assertThat(harbour.outbox.latest(Set.of(Posted.Stage.values()), Optional.empty(), 100))
                .filteredOn(posted -> posted.letter().template() == Template.GRANTS_END)
                .extracting(posted -> posted.letter().facts().getLast())
                .containsOnly(harbour.today.plusDays(7) + ", " + harbour.today.plusDays(30));
    }

    @Test
    void nobody_is_reminded_of_a_grant_that_was_never_meant_to_last_so_long() {
        given(digital(), 0, 5);
        remind();

        assertThat(letters()).isZero();
        assertThat(harbour.renewing().ending(as(harbour.lea), harbour.umwelt.id())).hasSize(1);
    }

    @Test
    void what_ends_soon_is_listed_soonest_first_for_those_who_may_renew_it() {
        Grant later = given(digital(), 100, 20);
        Grant sooner = given(new Grantee.ToLink(false), 100, 3);
        given(digital(), 100, 31);

        assertThat(harbour.renewing().ending(as(harbour.lea), harbour.umwelt.id()))
                .extracting(Ending::grant)
                .containsExactly(sooner, later);
        assertThat(harbour.renewing().ending(as(harbour.max), harbour.umwelt.id())).isEmpty();
        assertThatThrownBy(() -> harbour.renewing().renew(as(harbour.max), sooner.id()))
                .isInstanceOf(Denied.class);
    }

    @Test
    void renewing_lets_it_hold_as_long_again_whoever_decided_it_and_keeps_its_history() {
        Grant grant = given(digital(), 89, 0);

        assertThat(renew(grant).refusal()).isEmpty();

        assertThat(lastDay(grant)).contains(today.plusDays(90));
        assertThat(harbour.grants.byId(grant.id()).map(Grant::decidedBy)).contains(harbour.lea);
        assertThat(harbour.grants.history(grant.id())).hasSize(2);
        assertThat(harbour.renewing().ending(as(harbour.lea), harbour.umwelt.id())).isEmpty();
    }

    @Test
    void a_ceiling_shortens_what_is_renewed_and_renewing_begins_a_new_term_under_it() {
        Grant grant = given(new Grantee.ToLink(false), 89, 2);
        harbour.unitCeilings.put(
                harbour.saxony.id(),
                new Ceiling(Set.of(Grantee.Kind.LINK), Optional.of(60), false));

        assertThat(renew(grant).refusal()).isEmpty();

        assertThat(lastDay(grant)).contains(today.plusDays(59));
        assertThat(rule(renew(grant))).isEqualTo(Rule.CEILING_LONGEST);
    }

    @Test
    void a_ceiling_that_forbids_the_sort_refuses_and_says_so_before_anybody_asks() {
        Grant grant = given(new Grantee.ToLink(false), 89, 2);
        harbour.unitCeilings.put(harbour.umwelt.id(), Ceiling.CLOSED);

        List<Ending> ending = harbour.renewing().ending(as(harbour.lea), harbour.umwelt.id());

        assertThat(ending)
                .extracting(each -> rule(each.renewed()))
                .containsExactly(Rule.CEILING_KIND);
        assertThat(rule(renew(grant))).isEqualTo(Rule.CEILING_KIND);
    }

    @Test
    void what_ended_or_has_no_end_is_not_renewed() {
        Grant ended = given(digital(), 10, -1);
        Grant endless =
                new Grant(
                        harbour.ids.grant(),
                        FolderRef.whole(harbour.umwelt.id()),
                        digital(),
                        Set.of(Permission.READ),
                        Period.since(today),
                        "",
                        harbour.lea);
        harbour.grants.add(endless);

        assertThat(rule(renew(ended))).isEqualTo(Rule.NOT_FOUND);
        assertThat(rule(renew(endless))).isEqualTo(Rule.GRANT_HAS_NO_END);
    }
}
