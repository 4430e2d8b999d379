package org.freihafen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.freihafen.governance.Harbour.as;

import org.freihafen.access.Access;
import org.freihafen.accounts.Accounts;
import org.freihafen.audit.Trail;
import org.freihafen.governance.Addressees;
import org.freihafen.governance.Bounds;
import org.freihafen.governance.FederationStandings;
import org.freihafen.governance.Harbour;
import org.freihafen.governance.Inviting;
import org.freihafen.ids.InvitationId;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.Membership;
import org.freihafen.structure.Unit;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Inviting and withdrawing put the very same statements to the database, whomever the address fits
 * (rule 1 of trust: the same answer in the same time).
 */
class InvitingWorkTest {
    private final Jdbi jdbi = TestDatabase.h2().jdbi();
    private final List<String> statements = new ArrayList<>();
    private final Harbour harbour = new Harbour();
    private final JdbiInvitations invitations = new JdbiInvitations(jdbi);

    @BeforeEach
    void the_harbour_lies_in_the_database() {
        TestDatabase.h2().empty();
        JdbiUnits units = new JdbiUnits(jdbi, StoreContract.KINDS);
        for (Unit unit : harbour.units.structure().all()) {
            units.add(unit);
        }
        Accounts accounts = new JdbiAccounts(jdbi, JdbiContract.SECRET);
        JdbiPeople people = new JdbiPeople(jdbi);
        JdbiMemberships memberships = new JdbiMemberships(jdbi);
        for (PersonId person : harbour.everybody()) {
            people.add(harbour.people.byId(person).orElseThrow());
            accounts.add(List.of(harbour.accounts.byId(person).orElseThrow()));
            for (Membership membership : harbour.memberships.of(person, harbour.today)) {
                memberships.add(membership);
            }
        }
        jdbi.setSqlLogger(
                new SqlLogger() {
                    @Override
                    public void logBeforeExecution(StatementContext context) {
                        statements.add(context.getRenderedSql());
                    }
                });
    }

    @AfterEach
    void listen_no_more() {
        jdbi.setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
    }

    private Inviting inviting() {
        JdbiUnits units = new JdbiUnits(jdbi, StoreContract.KINDS);
        Accounts accounts = new JdbiAccounts(jdbi, JdbiContract.SECRET);
        JdbiMemberships memberships = new JdbiMemberships(jdbi);
        Trail trail = new JdbiTrail(jdbi, harbour.clock);
        return new Inviting(
                new Access(
                        new FederationStandings(
                                units, memberships, new JdbiDuties(jdbi), harbour.clock)),
                units,
                new Addressees(accounts, new JdbiPeople(jdbi)),
                invitations,
                trail,
                Bounds.USUAL,
                harbour.ids,
                harbour.clock);
    }

    @Test
    void inviting_and_withdrawing_are_the_same_statements_whomever_the_address_fits() {
        List<String> unknown = inviting("nobody");
        assertThat(unknown).anyMatch(sql -> sql.startsWith("insert into invitation_guest"));
        List<String> again = inviting("nobody");
        for (String address : Set.of("ada", "103", "couple@example.org", "x@example.org", "999")) {
            assertThat(inviting(address)).as(address).isEqualTo(unknown);
            assertThat(inviting(address)).as(address + " again").isEqualTo(again);
        }
        List<String> withdrawn = withdrawing("nobody");
        for (String address : Set.of("ada", "103", "couple@example.org", "999")) {
            assertThat(withdrawing(address)).as(address).isEqualTo(withdrawn);
        }
    }

    private List<String> inviting(String address) {
        statements.clear();
        assertThat(inviting().invite(as(harbour.lea), harbour.umwelt.id(), address).refusal())
                .isEmpty();
        return List.copyOf(statements);
    }

    private List<String> withdrawing(String address) {
        InvitationId id =
                invitations.listedInto(harbour.umwelt.id(), harbour.clock.instant()).stream()
                        .filter(made -> made.addressedTo().equals(address))
                        .findFirst()
                        .orElseThrow()
                        .id();
        statements.clear();
        assertThat(inviting().withdraw(as(harbour.lea), id).refusal()).isEmpty();
        return List.copyOf(statements);
    }
}
