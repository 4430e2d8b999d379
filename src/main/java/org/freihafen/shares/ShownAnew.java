package org.freihafen.shares;

import org.freihafen.ids.GrantId;

import java.util.Set;

/**
 * Grants to groups whose share a cloud is to make again, so that those see it anew who hid it from
 * themselves.
 */
public interface ShownAnew {
    /** Asking again while it waits is no error. */
    void ask(GrantId grant);

    /** Those whose share the cloud has not made again yet. */
    Set<GrantId> waiting();

    /** The cloud has made it again. */
    void done(GrantId grant);
}
