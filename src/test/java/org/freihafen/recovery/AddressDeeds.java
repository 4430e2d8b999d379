package org.freihafen.recovery;

import org.freihafen.access.Actor;
import org.freihafen.access.Duty;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Deed;

import java.util.function.Function;
import java.util.stream.Stream;

/** What the way back in owes the trail. */
public final class AddressDeeds {
    private AddressDeeds() {}

    public static Stream<Deed> all() {
        return Stream.of(
                deed(
                        "Recovering.askNext",
                        m -> {
                            m.moves(m.ada, Moorings.NEW);
                            m.recovering.askNext(9);
                            return AuditEntry.of(new Actor.Host(), "address.asked", m.ada.value());
                        }),
                deed(
                        "Recovering.confirm",
                        m -> {
                            m.moves(m.ada, Moorings.NEW);
                            m.recovering.askNext(9);
                            m.recovering.confirm(m.linkTo(Moorings.NEW));
                            return AuditEntry.of(Actor.of(m.ada), "address.taken", m.ada.value());
                        }),
                deed("Recovering.answer", m -> answered(m, true, "address.taken")),
                deed("Recovering.answer, no", m -> answered(m, false, "address.refused")));
    }

    private static AuditEntry answered(Moorings m, boolean granted, String line) {
        Actor office = Actor.of(m.office);
        m.give(m.ada, Duty.AUDITOR);
        m.moves(m.ada, Moorings.NEW);
        m.recovering.askNext(9);
        m.recovering.confirm(m.linkTo(Moorings.NEW));
        m.recovering.answer(office, m.recovering.waiting(office).getFirst().id(), granted);
        return AuditEntry.of(office, line, m.ada.value());
    }

    private static Deed deed(String useCase, Function<Moorings, AuditEntry> deed) {
        return new Deed(
                useCase,
                () -> {
                    Moorings moorings = new Moorings();
                    AuditEntry line = deed.apply(moorings);
                    return new Deed.Told(moorings.harbour.trail, line);
                });
    }
}
