package org.freihafen.offering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.freihafen.governance.Harbour.as;

import org.freihafen.access.Decision;
import org.freihafen.access.Denied;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.ceilings.Ceiling;
import org.freihafen.governance.Harbour;
import org.freihafen.ids.GrantId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.Person;
import org.freihafen.membership.Role;
import org.freihafen.membership.Status;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Grantee;
import org.freihafen.shares.Permission;
import org.freihafen.structure.Ending;
import org.freihafen.structure.Unit;
import org.freihafen.workspaces.FolderRef;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** AG Umwelt offers Ada access. */
class OfferingTest {
    private final Harbour harbour = new Harbour();

    private Decision<Offer> offer(String address, Optional<UnitId> because) {
        return harbour.offeringGrants()
                .offer(
                        as(harbour.lea),
                        new OfferingGrants.Wish(
                                FolderRef.whole(harbour.umwelt.id()),
                                address,
                                because,
                                Set.of(Permission.READ),
                                Optional.empty(),
                                "Vortrag"));
    }

    private Offer offered() {
        return done(offer("ada", Optional.empty()));
    }

    private Decision<Offer> accept(PersonId person, Offer offer) {
        return harbour.answeringOffers().accept(as(person), offer.id());
    }

    private List<Grant> grants() {
        return harbour.grants.to(harbour.ada, harbour.today).stream()
                .filter(grant -> grant.holdsOn(harbour.today))
                .toList();
    }

    private void close() {
        harbour.endingPersonal().over().forEach(harbour.endingPersonal()::end);
    }

    private static <T> T done(Decision<T> decision) {
        return switch (decision) {
            case Decision.Done<T>(T value) -> value;
            case Decision.Refused<T>(Refusal why) -> throw new AssertionError(why.toString());
        };
    }

    private static Rule rule(Decision<?> decision) {
        return decision.refusal().map(Refusal::rule).orElseThrow();
    }

    @Test
    void nobody_gets_anything_before_accepting_and_then_it_is_a_grant_of_the_unit() {
        Offer offer = offered();
        assertThat(harbour.answeringOffers().waiting(harbour.ada)).containsExactly(offer);
        assertThat(grants()).isEmpty();

        done(accept(harbour.ada, offer));

        assertThat(grants())
                .singleElement()
                .satisfies(grant -> {
                    assertThat(grant.to()).isEqualTo(new Grantee.ToPerson(harbour.ada));
                    assertThat(grant.decidedBy()).isEqualTo(harbour.lea);
                    assertThat(grant.reason()).isEqualTo("Vortrag");
                });
        assertThat(harbour.answeringOffers().waiting(harbour.ada)).isEmpty();
        assertThat(rule(accept(harbour.ada, offer))).isEqualTo(Rule.INVITATION_CLOSED);
    }

    @Test
    void an_offer_waits_no_longer_than_what_it_offers_would_hold() {
        Offer offer =
                done(
                        harbour.offeringGrants()
                                .offer(
                                        as(harbour.lea),
                                        new OfferingGrants.Wish(
                                                FolderRef.whole(harbour.umwelt.id()),
                                                "ada",
                                                Optional.empty(),
                                                Set.of(Permission.READ),
                                                Optional.of(harbour.today.plusDays(2)),
                                                "Vortrag")));

        assertThat(offer.open())
                .isEqualTo(
                        harbour.today
                                .plusDays(3)
                                .atStartOfDay(harbour.clock.getZone())
                                .toInstant());
        assertThat(offered().open()).isAfter(offer.open());
    }

    @Test
    void a_name_as_people_write_it_is_refused_whether_there_is_one_or_not() {
        for (String name : List.of("Ada Beispiel", "Niemand Sonst", "ada@example.org")) {
            assertThat(offer(name, Optional.empty()).refusal())
                    .contains(Refusal.by(Rule.NOT_A_LOGIN, name));
        }
    }

    @Test
    void the_unit_sees_the_same_whomever_the_address_fits_and_whatever_that_person_says() {
        Offer fits = offered();
        Offer byNumber = done(offer("104", Optional.empty()));
        Offer fitsNobody = done(offer("niemand", Optional.empty()));
        done(harbour.answeringOffers().decline(as(harbour.ada), fits.id()));

        assertThat(byNumber.person()).contains(harbour.bo);
        assertThat(harbour.offeringGrants().listed(as(harbour.lea), harbour.umwelt.id()))
                .extracting(Offer::address)
                .containsExactly("ada", "104", "niemand");
        assertThat(fitsNobody.person()).isEmpty();
        assertThat(harbour.trail.entries())
                .filteredOn(entry -> entry.what().equals("offer.declined"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.unit()).isEmpty());
    }

    @Test
    void an_offer_to_somebody_else_is_not_there() {
        Offer offer = offered();

        assertThat(rule(accept(harbour.bo, offer))).isEqualTo(Rule.NOT_FOUND);
        assertThat(rule(harbour.answeringOffers().decline(as(harbour.bo), offer.id())))
                .isEqualTo(Rule.NOT_FOUND);
        assertThatThrownBy(() ->
                        harbour.offeringGrants()
                                .offer(
                                        as(harbour.dan),
                                        new OfferingGrants.Wish(
                                                FolderRef.whole(harbour.umwelt.id()),
                                                "ada",
                                                Optional.empty(),
                                                Set.of(Permission.READ),
                                                Optional.empty(),
                                                "")))
                .isInstanceOf(Denied.class);
    }

    @Test
    void what_was_withdrawn_cannot_be_accepted() {
        Offer offer = offered();
        assertThat(rule(harbour.offeringGrants().withdraw(as(harbour.dan), offer.id())))
                .isEqualTo(Rule.NOT_FOUND);

        done(harbour.offeringGrants().withdraw(as(harbour.lea), offer.id()));

        assertThat(rule(accept(harbour.ada, offer))).isEqualTo(Rule.INVITATION_CLOSED);
        assertThat(harbour.answeringOffers().waiting(harbour.ada)).isEmpty();
    }

    @Test
    void ceilings_are_asked_when_it_is_offered_and_again_when_it_is_accepted() {
        Offer offer = offered();
        harbour.unitCeilings.put(harbour.umwelt.id(), Ceiling.CLOSED);

        assertThat(rule(offer("bo", Optional.empty()))).isEqualTo(Rule.CEILING_KIND);
        assertThat(rule(accept(harbour.ada, offer))).isEqualTo(Rule.CEILING_KIND);
        assertThat(grants()).isEmpty();
    }

    private static Person left(Person person) {
        return new Person(
                person.id(),
                person.number(),
                person.givenName(),
                person.familyName(),
                person.email(),
                Status.LEFT,
                person.joined(),
                person.left(),
                person.dues(),
                person.origin());
    }

    @Test
    void it_ends_when_the_person_leaves() {
        done(accept(harbour.ada, offered()));
        close();
        assertThat(grants()).hasSize(1);

        harbour.people.byId(harbour.ada).ifPresent(person -> harbour.people.save(left(person)));
        close();
        close();

        assertThat(grants()).isEmpty();
        assertThat(harbour.trail.entries())
                .filteredOn(entry -> entry.what().equals("grant.ended"))
                .hasSize(1);
    }

    @Test
    void whoever_comes_back_before_a_grant_is_ended_keeps_it() {
        done(accept(harbour.ada, offered()));
        Person ada = harbour.people.byId(harbour.ada).orElseThrow();
        harbour.people.save(left(ada));
        List<GrantId> over = harbour.endingPersonal().over();
        assertThat(over).hasSize(1);

        harbour.people.save(ada);
        over.forEach(harbour.endingPersonal()::end);

        assertThat(grants()).hasSize(1);
    }

    @Test
    void one_given_because_of_a_unit_that_is_merged_stays_with_those_who_come_along() {
        Offer offer = done(offer("ada", Optional.of(harbour.digital.id())));
        harbour.belong(harbour.ada, harbour.digital, Role.MEMBER);
        done(accept(harbour.ada, offer));
        Unit heir = harbour.founded("ag-neu", "AG Neu");
        harbour.units.save(harbour.digital.end());
        harbour.units.save(Ending.merged(harbour.digital.id(), harbour.today, heir.id(), false));
        harbour.belong(harbour.ada, heir, Role.MEMBER);
        close();
        assertThat(grants()).hasSize(1);

        harbour.memberships.end(
                List.of(
                        harbour.memberships
                                .of(harbour.ada, heir.id(), harbour.today)
                                .orElseThrow()),
                harbour.today);
        close();

        assertThat(grants()).isEmpty();
    }

    @Test
    void one_given_because_of_a_unit_needs_somebody_of_it_and_ends_with_their_belonging() {
        Offer offer = done(offer("ada", Optional.of(harbour.digital.id())));
        assertThat(rule(accept(harbour.ada, offer))).isEqualTo(Rule.NOT_A_MEMBER);
        harbour.belong(harbour.ada, harbour.digital, Role.MEMBER);
        done(accept(harbour.ada, offer));
        close();
        assertThat(grants()).hasSize(1);

        harbour.units.save(harbour.digital.end());
        close();

        assertThat(grants()).isEmpty();
    }
}
