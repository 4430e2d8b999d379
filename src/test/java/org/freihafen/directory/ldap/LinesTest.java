package org.freihafen.directory.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;

import org.freihafen.directory.DirectoryEntry;
import org.freihafen.directory.EntryKey;
import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.Change;
import org.freihafen.reconcile.Outcome;
import org.freihafen.servers.Embedded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One change that goes wrong says nothing of the next, unless the server is away. */
class LinesTest {
    private static final Outcome APPLIED = new Outcome.Applied();

    @ParameterizedTest
    @ValueSource(ints = {ResultCode.TIMEOUT_INT_VALUE, ResultCode.BUSY_INT_VALUE})
    void a_change_that_the_server_is_too_slow_for_fails_alone(int code) {
        try (Lines lines = lines()) {
            assertThat(lines.run(_ -> failing(code))).isInstanceOf(Outcome.Unavailable.class);
            assertThat(lines.run(_ -> APPLIED)).isEqualTo(APPLIED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                ResultCode.SERVER_DOWN_INT_VALUE,
                ResultCode.CONNECT_ERROR_INT_VALUE,
                ResultCode.UNAVAILABLE_INT_VALUE
            })
    void nothing_more_is_tried_on_a_server_that_is_away(int code) {
        try (Lines lines = lines()) {
            assertThat(lines.run(_ -> failing(code))).isInstanceOf(Outcome.Unavailable.class);
            assertThat(lines.run(_ -> APPLIED)).isInstanceOf(Outcome.Unavailable.class);
        }
    }

    @Test
    @Timeout(20)
    void an_error_in_a_change_is_told_and_holds_nothing_up() {
        List<Outcome> outcomes = new ArrayList<>();
        Applying applying =
                new Applying(
                        _ -> {
                            throw new OutOfMemoryError("for this test");
                        },
                        2);
        applying.apply(
                List.of(joins(1), joins(2), joins(3)), (_, outcome) -> outcomes.add(outcome));

        assertThat(outcomes).hasSize(3).allMatch(Outcome.Unavailable.class::isInstance);
    }

    private static Outcome failing(int code) throws LDAPException {
        throw new LDAPException(ResultCode.valueOf(code), "for this test");
    }

    private static Lines lines() {
        LdapSettings settings = Embedded.shared().settings();
        return new Lines(new LdapConnector(settings), new LdapTrouble(settings), 1);
    }

    private static Change<EntryKey, DirectoryEntry> joins(int number) {
        return new Change.Create<>(
                new EntryKey.OfPerson(PersonId.of("01920000-0000-7000-8000-00000000000" + number)),
                new DirectoryEntry.PersonEntry("p" + number, "P", true, Set.of()));
    }
}
