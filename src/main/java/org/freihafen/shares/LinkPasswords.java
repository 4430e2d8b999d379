package org.freihafen.shares;

import org.freihafen.ids.GrantId;

import java.util.Optional;
import java.util.Set;

/**
 * Passwords of links on their way to a cloud. They are sealed while they wait and forgotten as soon
 * as the cloud has them; nobody can read them here afterwards.
 */
public interface LinkPasswords {
    /** Waits to be handed over, in place of one that waited before. */
    void put(GrantId grant, LinkPassword password);

    /** The one that waits, if any can be read. */
    Optional<LinkPassword> of(GrantId grant);

    /** Grants whose password the cloud does not have yet. */
    Set<GrantId> waiting();

    /** The cloud has this one; another that was put meanwhile goes on waiting. */
    void handedOver(GrantId grant, LinkPassword password);

    /** The link ended. */
    void forget(GrantId grant);
}
