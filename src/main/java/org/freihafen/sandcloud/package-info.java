/**
 * The embedded file cloud: an honest small imitation of Nextcloud 31 with Team folders, for a first
 * try and for tests. It answers the WebDAV and OCS requests that Freihafen and a sync client send,
 * as the transcripts of a real server show, keeps files on disk, and shows everybody their own
 * home, the Team folders of their groups and what was shared with them, and nothing else.
 *
 * <p>One freedom is taken: a kept session sees at once what changed, where a real server may take
 * as long as its {@code fs_mount_cache_duration}.
 */
@NullMarked
@Room(mayUse = {"sandfiles", "sandtalk", "sandsight", "sanddav", "sandlinks", "sandshares"})
package org.freihafen.sandcloud;

import org.freihafen.Room;
import org.jspecify.annotations.NullMarked;
