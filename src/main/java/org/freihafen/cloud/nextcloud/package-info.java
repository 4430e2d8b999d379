/** Nextcloud as a file cloud: WebDAV through Sardine, Team folders and shares through OCS. */
@NullMarked
package org.freihafen.cloud.nextcloud;

import org.jspecify.annotations.NullMarked;
