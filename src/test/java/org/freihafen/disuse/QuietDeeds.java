package org.freihafen.disuse;

import org.freihafen.access.Actor;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Deed;
import org.freihafen.reconcile.TargetUnavailable;

import java.util.function.Function;
import java.util.stream.Stream;

/** What looking after unused accounts owes the trail. */
public final class QuietDeeds {
    private static final Actor OFFICE = new Actor.Host();

    private QuietDeeds() {}

    public static Stream<Deed> all() {
        return Stream.of(
                deed(
                        "PuttingToRest.approve",
                        quiet -> {
                            quiet.limit(0);
                            look(quiet, 210);
                            quiet.putting().approve(OFFICE, quiet.shown().held().hash());
                            return AuditEntry.of(OFFICE, "unused.approved");
                        }),
                deed(
                        "PuttingToRest.bringBack",
                        quiet -> {
                            look(quiet, 210);
                            quiet.putting().bringBack(OFFICE, quiet.harbour.max);
                            return AuditEntry.of(
                                    OFFICE, "account.brought-back", quiet.harbour.max.value());
                        }));
    }

    private static void look(Quiet quiet, int days) {
        try {
            quiet.look(days);
        } catch (TargetUnavailable e) {
            throw new AssertionError(e);
        }
    }

    private static Deed deed(String useCase, Function<Quiet, AuditEntry> deed) {
        return new Deed(
                useCase,
                () -> {
                    Quiet quiet = new Quiet();
                    quiet.bound(quiet.harbour.max, quiet.harbour.today);
                    look(quiet, 180);
                    AuditEntry line = deed.apply(quiet);
                    return new Deed.Told(quiet.harbour.trail, line);
                });
    }
}
