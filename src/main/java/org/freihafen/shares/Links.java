package org.freihafen.shares;

import org.freihafen.ids.GrantId;

import java.net.URI;
import java.util.Optional;

/** Where links lead that were granted. Whoever has the address is in, so it is shown to few. */
public interface Links {
    /** Empty until the cloud has made it, and for what is no link. */
    Optional<URI> of(GrantId grant);
}
