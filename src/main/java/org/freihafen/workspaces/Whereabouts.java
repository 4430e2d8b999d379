package org.freihafen.workspaces;

import org.freihafen.ids.PersonId;

import java.net.URI;
import java.util.Optional;

/** Where people find a folder in their files, which may be under another name than ours. */
public interface Whereabouts {
    /**
     * A folder as a cloud shows it.
     *
     * @param address the cloud's page of it, if the cloud has pages
     */
    record Spot(String name, Optional<URI> address) {}

    /** For the people of the unit whose folder it is. */
    Spot own(FolderRef folder);

    /** Where somebody opens their files by WebDAV, if the cloud of this folder has no pages. */
    Optional<URI> byWebDav(FolderRef folder, PersonId person);

    /** For those to whom it was granted. */
    Spot granted(FolderRef folder);
}
