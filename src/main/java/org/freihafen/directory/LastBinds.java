package org.freihafen.directory;

import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.TargetUnavailable;

import java.time.Instant;
import java.util.Map;

/** When people last bound to the directory, where its server keeps that. */
public interface LastBinds {
    /** Whether it was said which attribute tells. */
    boolean kept();

    /**
     * Of each of whom the server tells. Most never bound since it began to.
     *
     * @throws TargetUnavailable if not all could be read
     */
    Map<PersonId, Instant> read() throws TargetUnavailable;
}
