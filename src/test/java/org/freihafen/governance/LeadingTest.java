package org.freihafen.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.freihafen.governance.Harbour.as;

import org.freihafen.access.Decision;
import org.freihafen.access.Denied;
import org.freihafen.access.Duty;
import org.freihafen.access.DutyHeld;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.Role;
import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.Set;

class LeadingTest {
    private final Harbour harbour = new Harbour();

    @Test
    void a_lead_hands_over() {
        harbour.namingLeads().name(as(harbour.lea), harbour.umwelt.id(), Set.of(harbour.max));

        assertThat(role(harbour.max)).contains(Role.LEAD);
        assertThat(role(harbour.lea)).contains(Role.MEMBER);
        assertThatThrownBy(() ->
                        harbour.inviting().invite(as(harbour.lea), harbour.umwelt.id(), "ada"))
                .isInstanceOf(Denied.class);
    }

    @Test
    void nobody_leads_who_does_not_belong_and_somebody_always_leads() {
        assertThat(
                        refusal(
                                harbour.namingLeads()
                                        .name(
                                                as(harbour.lea),
                                                harbour.umwelt.id(),
                                                Set.of(harbour.ada))))
                .contains(Rule.NOT_A_MEMBER);
        assertThat(
                        refusal(
                                harbour.namingLeads()
                                        .name(as(harbour.lea), harbour.umwelt.id(), Set.of())))
                .contains(Rule.LAST_LEAD);
        assertThat(refusal(harbour.leaving().leave(as(harbour.lea), harbour.umwelt.id())))
                .contains(Rule.LAST_LEAD);
    }

    @Test
    void members_leave_by_themselves_and_leads_end_memberships() {
        harbour.belong(harbour.ada, harbour.umwelt, Role.MEMBER);

        harbour.leaving().leave(as(harbour.max), harbour.umwelt.id());
        harbour.leaving().remove(as(harbour.lea), harbour.umwelt.id(), harbour.ada);

        assertThat(role(harbour.max)).isEmpty();
        assertThat(role(harbour.ada)).isEmpty();
        assertThat(harbour.wake.heard())
                .anyMatch(touched -> touched.people().contains(harbour.max))
                .anyMatch(touched -> touched.people().contains(harbour.ada));
    }

    @Test
    void the_last_of_all_may_leave_and_the_unit_above_steps_in() {
        harbour.leaving().leave(as(harbour.max), harbour.umwelt.id());

        assertThat(refusal(harbour.leaving().leave(as(harbour.lea), harbour.umwelt.id())))
                .isEmpty();
    }

    @Test
    void who_belongs_by_register_leaves_by_register() {
        assertThat(refusal(harbour.leaving().leave(as(harbour.ada), harbour.goerlitz.id())))
                .contains(Rule.BELONGS_BY_REGISTER);
    }

    @Test
    void a_founded_unit_is_renamed_and_keeps_id_and_key() {
        harbour.changingUnits()
                .rename(as(harbour.lea), harbour.umwelt.id(), " AG  Umwelt & Klima ");

        assertThat(harbour.units.byId(harbour.umwelt.id()))
                .hasValueSatisfying(unit -> {
                    assertThat(unit.name()).isEqualTo("AG Umwelt & Klima");
                    assertThat(unit.key()).isEqualTo(harbour.umwelt.key());
                });
    }

    @Test
    void a_unit_keeps_its_own_name_in_another_case_but_takes_no_other_units() {
        assertThat(
                        refusal(
                                harbour.changingUnits()
                                        .rename(as(harbour.lea), harbour.umwelt.id(), "AG UMWELT")))
                .isEmpty();
        assertThat(
                        refusal(
                                harbour.changingUnits()
                                        .rename(
                                                as(harbour.lea),
                                                harbour.umwelt.id(),
                                                "ag digital")))
                .contains(Rule.NAME_NOT_ALLOWED);
    }

    @Test
    void what_came_from_the_file_is_changed_in_the_file() {
        PersonId lead = harbour.ada;
        harbour.duties.give(
                new DutyHeld(lead, Duty.ADMINISTRATOR, harbour.federation.id(), Optional.empty()));

        assertThat(
                        refusal(
                                harbour.changingUnits()
                                        .rename(as(lead), harbour.goerlitz.id(), "Kreis Görlitz")))
                .contains(Rule.RULED_BY_FILE);
    }

    private Optional<Role> role(PersonId person) {
        return harbour.memberships
                .of(person, harbour.umwelt.id(), harbour.today)
                .map(membership -> membership.role());
    }

    private static Optional<Rule> refusal(Decision<?> decision) {
        return decision.refusal().map(Refusal::rule);
    }
}
