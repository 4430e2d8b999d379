package org.freihafen.sandbox.ldap;

import com.unboundid.ldap.protocol.ModifyRequestProtocolOp;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.schema.Schema;
import com.unboundid.ldif.LDIFException;
import com.unboundid.util.StaticUtils;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * When people last bound, to the hour, in the operational attribute that OpenLDAP's overlay
 * lastbind keeps. Here Freihafen's account may write it, so that a try can turn the time back.
 */
final class LastUse {
    private static final String ATTRIBUTE = "authTimestamp";
    private static final Duration PRECISION = Duration.ofHours(1);

    private final Clock clock;

    LastUse(Clock clock) {
        this.clock = clock;
    }

    static Schema schema() throws LDAPException {
        try {
            return new Schema(
                    new Entry(
                            "dn: cn=schema",
                            "objectClass: top",
                            "objectClass: subschema",
                            "cn: schema",
                            "attributeTypes: ( 1.3.6.1.4.1.453.16.2.188 NAME '"
                                    + ATTRIBUTE
                                    + "' EQUALITY generalizedTimeMatch ORDERING"
                                    + " generalizedTimeOrderingMatch SYNTAX"
                                    + " 1.3.6.1.4.1.1466.115.121.1.24 SINGLE-VALUE USAGE"
                                    + " directoryOperation )"));
        } catch (LDIFException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What has to be written as somebody binds now; empty if they did within the hour. */
    Optional<ModifyRequestProtocolOp> due(@Nullable Entry entry) {
        Instant now = clock.instant();
        Date last = entry == null ? null : entry.getAttributeValueAsDate(ATTRIBUTE);
        if (entry == null || (last != null && last.toInstant().plus(PRECISION).isAfter(now))) {
            return Optional.empty();
        }
        return Optional.of(
                new ModifyRequestProtocolOp(
                        entry.getDN(),
                        List.of(
                                new Modification(
                                        ModificationType.REPLACE,
                                        ATTRIBUTE,
                                        StaticUtils.encodeGeneralizedTime(Date.from(now))))));
    }
}
