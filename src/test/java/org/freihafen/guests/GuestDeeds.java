package org.freihafen.guests;

import static org.freihafen.governance.Harbour.as;

import org.freihafen.access.Actor;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Deed;
import org.freihafen.ids.UnitId;

import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** What hosting guests owes the trail. */
public final class GuestDeeds {
    private GuestDeeds() {}

    public static Stream<Deed> all() {
        return Stream.of(
                deed(
                        "Hosting.invite",
                        q ->
                                AuditEntry.of(lea(q), "guest.invited", umwelt(q), guest(q))
                                        .because("Satz des Programms")),
                deed(
                        "Hosting.renew",
                        q -> {
                            UUID guest = guest(q);
                            q.hosting.renew(
                                    lea(q),
                                    q.guests.of(umwelt(q)).getFirst().person(),
                                    q.today.plusDays(9));
                            return AuditEntry.of(lea(q), "guest.renewed", umwelt(q), guest)
                                    .because(q.today.plusDays(9).toString());
                        }),
                deed(
                        "Hosting.end",
                        q -> {
                            UUID guest = guest(q);
                            q.hosting.end(lea(q), q.guests.of(umwelt(q)).getFirst().person());
                            return AuditEntry.of(lea(q), "guest.ended", umwelt(q), guest);
                        }),
                deed(
                        "EndingGuests.look",
                        q -> {
                            UUID guest = guest(q);
                            q.today = q.today.plusDays(31);
                            q.look();
                            return AuditEntry.of(new Actor.Host(), "guest.ended", umwelt(q), guest);
                        }));
    }

    private static Actor lea(Quayside q) {
        return as(q.harbour.lea);
    }

    private static UnitId umwelt(Quayside q) {
        return q.harbour.umwelt.id();
    }

    private static UUID guest(Quayside q) {
        q.hosting.invite(lea(q), umwelt(q), q.wish(30));
        return q.guests.of(umwelt(q)).getFirst().person().value();
    }

    private static Deed deed(String useCase, Function<Quayside, AuditEntry> deed) {
        return new Deed(
                useCase,
                () -> {
                    Quayside quayside = new Quayside();
                    AuditEntry line = deed.apply(quayside);
                    return new Deed.Told(quayside.harbour.trail, line);
                });
    }
}
