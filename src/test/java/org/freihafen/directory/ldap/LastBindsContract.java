package org.freihafen.directory.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.freihafen.directory.ldap.DirectoryContract.ANNA;
import static org.freihafen.directory.ldap.DirectoryContract.BERT;
import static org.freihafen.directory.ldap.DirectoryContract.WORKING;
import static org.freihafen.directory.ldap.DirectoryContract.dn;
import static org.freihafen.directory.ldap.DirectoryContract.person;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;

import org.freihafen.directory.DirectoryEntry;
import org.freihafen.directory.DirectoryEntry.PersonEntry;
import org.freihafen.directory.EntryKey;
import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Outcome;
import org.freihafen.servers.LdapServer;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** When people last bound, on servers that were told to keep it by the files that we ship. */
abstract class LastBindsContract {
    /** One that holds nobody. */
    abstract LdapServer server();

    abstract String attribute();

    @Test
    void whoever_bound_is_told_with_the_time_to_freihafen_and_to_no_cloud() throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        List<Change<EntryKey, DirectoryEntry>> changes =
                List.of(
                        new Change.Create<>(
                                person(ANNA), new PersonEntry("anna", "Anna", true, WORKING)),
                        new Change.Create<>(
                                person(BERT), new PersonEntry("bert", "Bert", true, WORKING)));
        new LdapDirectory(server().settings())
                .apply(changes, (_, outcome) -> outcomes.add(outcome));
        assertThat(outcomes).hasSize(2).allMatch(new Outcome.Applied()::equals);
        LdapLastBinds binds = new LdapLastBinds(server().settings(), attribute());
        assertThat(binds.read()).isEmpty();

        LdapPasswords passwords = new LdapPasswords(server().settings());
        assertThat(passwords.set(ANNA, "vier Wörter ohne Sinn")).isEmpty();
        assertThat(passwords.authenticate("anna", "falsch")).isEmpty();
        assertThat(binds.read()).isEmpty();
        assertThat(passwords.authenticate("anna", "vier Wörter ohne Sinn")).contains(ANNA);

        Map<PersonId, Instant> read = binds.read();
        assertThat(read).containsOnlyKeys(ANNA);
        assertThat(read.get(ANNA)).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        try (LDAPConnection cloud = server().connectAs("cloud-working")) {
            Entry seen = Objects.requireNonNull(cloud.getEntry(dn(ANNA), "uid", attribute()));
            assertThat(seen.getAttributeValue("uid")).isEqualTo("anna");
            assertThat(seen.hasAttribute(attribute())).isFalse();
        }
        assertThat(new LdapLastBinds(server().settings(), "none").kept()).isFalse();
        assertThat(new LdapLastBinds(server().settings(), "description").read()).isEmpty();
    }
}
