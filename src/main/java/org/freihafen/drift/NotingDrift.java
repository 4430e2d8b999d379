package org.freihafen.drift;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Actor;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.drift.Found.Law;
import org.freihafen.drift.Found.What;
import org.freihafen.ids.Ids;
import org.freihafen.ids.RunId;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes down what runs found, once for each thing however often it is done and found. */
@Dependent
public class NotingDrift {
    private static final Actor FREIHAFEN = new Actor.Host();

    private final Drifts drifts;
    private final Trail trail;
    private final Ids ids;
    private final Clock clock;

    @Inject
    public NotingDrift(Drifts drifts, Trail trail, Ids ids, Clock clock) {
        this.drifts = drifts;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public void note(List<Found> found, RunId run) {
        Instant now = clock.instant();
        for (Found each : found) {
            Optional<Drift> known =
                    drifts.of(each.cloud(), each.object()).stream()
                            .filter(drift -> drift.tellsOf(each))
                            .findFirst();
            known.ifPresentOrElse(
                    drift -> drifts.save(drift.seen(each, run, now)),
                    () -> drifts.add(Drift.of(ids.next(), each, run, now)));
            if (known.isEmpty() || known.get().repeats(each)) {
                append(each);
            }
        }
    }

    /** What people did with folders and personal shares stands in the trail by itself. */
    private void append(Found found) {
        if (found.law() == Law.PUT_BACK && found.what() != What.SHARED) {
            trail.append(
                    AuditEntry.of(FREIHAFEN, "drift.put-back", found.unit())
                            .because((found.what() + " " + found.place().path()).strip()));
        }
    }

    /** An object of a cloud is as it is to be, or no longer there. */
    @Transactional
    public void done(String cloud, String object) {
        for (Drift drift : drifts.of(cloud, object)) {
            if (drift.done().isEmpty()) {
                drifts.save(drift.done(clock.instant()));
            }
        }
    }
}
