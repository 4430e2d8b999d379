package org.freihafen.sandsight;

import java.util.List;
import java.util.Optional;

/**
 * The people and groups behind the cloud, as Nextcloud's LDAP backend would give them. The
 * directory is asked every time, so a change in it shows at the next request.
 */
public interface CloudUsers {

    /** The account id of whoever may sign in with this login name and password. */
    Optional<String> authenticate(String login, String password);

    /** The display name of an account that may sign in; empty when there is none. */
    Optional<String> displayName(String uid);

    List<DirectoryGroup> groupsOf(String uid);

    /** Groups whose readable name begins so, whatever the case, at most so many. */
    List<DirectoryGroup> groupsNamed(String beginning, int most);

    /** The group with this entryUUID, as it is now. */
    Optional<DirectoryGroup> group(String uuid);

    /**
     * A group as the directory has it.
     *
     * @param name what {@code ldapGroupDisplayName} holds
     */
    record DirectoryGroup(String dn, String uuid, String name) {}
}
