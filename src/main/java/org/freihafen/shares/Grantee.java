package org.freihafen.shares;

import org.freihafen.groups.GroupId;

/** To whom a grant is given. */
public sealed interface Grantee {
    /** Another unit's people, or those who lead it. */
    record ToGroup(GroupId group) implements Grantee {}
}
