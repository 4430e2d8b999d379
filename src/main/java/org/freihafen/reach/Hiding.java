package org.freihafen.reach;

import org.freihafen.groups.GroupId;
import org.freihafen.ids.FolderId;
import org.freihafen.ids.PersonId;

import java.util.Set;

/**
 * Who hid from their own files what was shared with a group of theirs. They may see it and do not;
 * clouds tell that somebody hid it and not whether they brought it back since.
 */
public interface Hiding {
    /** Those who did since the share was made, as far as a cloud has told. */
    Set<PersonId> hiding(FolderId folder, GroupId group);
}
