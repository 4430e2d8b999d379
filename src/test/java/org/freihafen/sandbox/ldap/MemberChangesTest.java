package org.freihafen.sandbox.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.protocol.ModifyRequestProtocolOp;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;

import org.junit.jupiter.api.Test;

import java.util.List;

class MemberChangesTest {

    private static final String GROUP = "cn=g,dc=example,dc=org";
    private static final Modification NAME =
            new Modification(ModificationType.REPLACE, "fhName", "New");

    @Test
    void additions_and_deletions_become_one_replacement() throws LDAPException {
        assertThat(
                        folded(
                                new Modification(ModificationType.DELETE, "member", "CN=a, dc=x"),
                                NAME,
                                new Modification(ModificationType.ADD, "member", "cn=c,dc=x")))
                .containsExactly(
                        NAME,
                        new Modification(
                                ModificationType.REPLACE, "member", "cn=b,dc=x", "cn=c,dc=x"));
    }

    @Test
    void all_can_be_deleted_or_replaced() throws LDAPException {
        assertThat(folded(new Modification(ModificationType.DELETE, "member")))
                .containsExactly(new Modification(ModificationType.REPLACE, "member"));
        assertThat(folded(new Modification(ModificationType.REPLACE, "member", "cn=z,dc=x")))
                .containsExactly(new Modification(ModificationType.REPLACE, "member", "cn=z,dc=x"));
    }

    @Test
    void what_touches_no_members_stays_as_it_is() throws LDAPException {
        assertThat(folded(NAME)).containsExactly(NAME);
    }

    @Test
    void who_is_there_cannot_come_and_who_is_not_cannot_go() {
        assertThatThrownBy(
                        () -> folded(new Modification(ModificationType.ADD, "member", "CN=A,DC=X")))
                .hasMessageContaining("already");
        assertThatThrownBy(() ->
                        folded(new Modification(ModificationType.DELETE, "member", "cn=c,dc=x")))
                .hasMessageContaining("not a member");
        assertThatThrownBy(() ->
                        folded(
                                new Modification(ModificationType.DELETE, "member"),
                                new Modification(ModificationType.DELETE, "member")))
                .hasMessageContaining("no members");
    }

    private static List<Modification> folded(Modification... changes) throws LDAPException {
        Entry group = new Entry(GROUP);
        group.addAttribute("member", "cn=a,dc=x", "cn=b,dc=x");
        return MemberChanges.folded(new ModifyRequestProtocolOp(GROUP, List.of(changes)), group)
                .getModifications();
    }
}
