package org.freihafen.drift;

import static org.freihafen.governance.Harbour.as;

import org.freihafen.access.Actor;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Deed;
import org.freihafen.governance.Harbour;

import java.util.function.Function;
import java.util.stream.Stream;

/** What deciding about things done by hand owes the trail. */
public final class DriftDeeds {
    private DriftDeeds() {}

    public static Stream<Deed> all() {
        return Stream.of(
                deed(
                        "NotingDrift.note",
                        h -> {
                            Drifting.given(h);
                            return AuditEntry.of(new Actor.Host(), "drift.put-back", h.umwelt.id())
                                    .because("GIVEN");
                        }),
                deed(
                        "DecidingDrift.repair",
                        h -> {
                            Drift drift = Drifting.given(h);
                            Drifting.done(h.decidingDrift().repair(as(h.lea), drift.id()));
                            return AuditEntry.of(
                                    as(h.lea), "drift.repaired", h.umwelt.id(), drift.id());
                        }),
                deed(
                        "DecidingDrift.adopt",
                        h -> {
                            Drift drift = Drifting.given(h);
                            Drifting.done(h.decidingDrift().adopt(as(h.lea), drift.id(), ""));
                            return AuditEntry.of(
                                    as(h.lea), "drift.adopted", h.umwelt.id(), drift.id());
                        }));
    }

    private static Deed deed(String useCase, Function<Harbour, AuditEntry> deed) {
        return new Deed(
                useCase,
                () -> {
                    Harbour harbour = new Harbour();
                    return new Deed.Told(harbour.trail, deed.apply(harbour));
                });
    }
}
