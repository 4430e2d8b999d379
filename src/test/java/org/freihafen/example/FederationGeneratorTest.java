package org.freihafen.example;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.accounts.Account;
import org.freihafen.groups.Group;
import org.freihafen.groups.GroupDesign;
import org.freihafen.groups.Part;
import org.junit.jupiter.api.Test;

class FederationGeneratorTest {
    @Test
    void thirty_thousand_people_make_a_hundred_and_eighteen_thousand_memberships() {
        FederationGenerator federation = new FederationGenerator(30_000, 1);
        GroupDesign design = new GroupDesign(federation.structure(), _ -> true);
        federation.memberships().forEach(m -> design.of(m.person(), m.unit(), m.role()));

        assertThat(federation.units()).hasSize(678);
        assertThat(federation.accounts())
                .hasSize(30_000)
                .extracting(Account::username)
                .doesNotHaveDuplicates();
        assertThat(
                        design.groups().stream()
                                .filter(group -> group.id().part() == Part.PEOPLE)
                                .map(Group::members)
                                .mapToInt(members -> members.size())
                                .sum())
                .isGreaterThan(118_000);
    }

    @Test
    void the_same_seed_makes_the_same_federation() throws Exception {
        FederationGenerator one = new FederationGenerator(300, 5);
        FederationGenerator other = new FederationGenerator(300, 5);
        StringBuilder export = new StringBuilder();
        StringBuilder same = new StringBuilder();
        one.write(export);
        other.write(same);

        assertThat(one.memberships()).isEqualTo(other.memberships());
        assertThat(one.accounts()).isEqualTo(other.accounts());
        assertThat(export.toString()).isEqualTo(same.toString()).hasLineCount(301);
    }
}
