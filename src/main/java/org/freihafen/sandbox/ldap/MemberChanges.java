package org.freihafen.sandbox.ldap;

import com.unboundid.ldap.protocol.ModifyRequestProtocolOp;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Changes in a group's members, folded into one replacement that does the same. The in-memory
 * server compares every value that comes or goes with every one that is there, which takes minutes
 * where thousands leave a group of thousands.
 */
final class MemberChanges {
    private static final String MEMBER = "member";

    private MemberChanges() {}

    /**
     * The same request with at most one modification of members.
     *
     * @throws LDAPException as the server would refuse it, if a value comes twice or is not there
     */
    static ModifyRequestProtocolOp folded(ModifyRequestProtocolOp request, Entry entry)
            throws LDAPException {
        List<Modification> others = new ArrayList<>();
        Map<String, String> members = null;
        for (Modification each : request.getModifications()) {
            if (!each.getAttributeName().equalsIgnoreCase(MEMBER)) {
                others.add(each);
                continue;
            }
            if (members == null) {
                members = new LinkedHashMap<>();
                String[] present = entry.getAttributeValues(MEMBER);
                add(members, present == null ? new String[0] : present);
            }
            apply(each, members);
        }
        if (members == null) {
            return request;
        }
        others.add(
                new Modification(
                        ModificationType.REPLACE, MEMBER, members.values().toArray(String[]::new)));
        return new ModifyRequestProtocolOp(request.getDN(), others);
    }

    private static void apply(Modification change, Map<String, String> members)
            throws LDAPException {
        String[] values = change.getValues();
        switch (change.getModificationType().intValue()) {
            case ModificationType.ADD_INT_VALUE -> add(members, values);
            case ModificationType.DELETE_INT_VALUE -> delete(members, values);
            case ModificationType.REPLACE_INT_VALUE -> {
                members.clear();
                add(members, values);
            }
            default ->
                    throw new LDAPException(
                            ResultCode.PROTOCOL_ERROR, "Members are added, deleted or replaced.");
        }
    }

    private static void add(Map<String, String> members, String[] values) throws LDAPException {
        for (String value : values) {
            if (members.putIfAbsent(DN.normalize(value), value) != null) {
                throw new LDAPException(
                        ResultCode.ATTRIBUTE_OR_VALUE_EXISTS, value + " is a member already.");
            }
        }
    }

    private static void delete(Map<String, String> members, String[] values) throws LDAPException {
        if (members.isEmpty()) {
            throw new LDAPException(ResultCode.NO_SUCH_ATTRIBUTE, "There are no members.");
        }
        if (values.length == 0) {
            members.clear();
        }
        for (String value : values) {
            if (members.remove(DN.normalize(value)) == null) {
                throw new LDAPException(ResultCode.NO_SUCH_ATTRIBUTE, value + " is not a member.");
            }
        }
    }
}
