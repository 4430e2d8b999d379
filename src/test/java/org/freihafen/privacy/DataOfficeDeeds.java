package org.freihafen.privacy;

import static org.freihafen.privacy.DataOffice.as;
import static org.freihafen.privacy.DataOffice.done;

import org.freihafen.access.Actor;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Deed;
import org.freihafen.membership.MemberNumber;
import org.freihafen.privacy.RightsRequest.Right;
import org.freihafen.requests.ChangeRequest;

import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the rooms of data protection and of change requests owe the trail. */
public final class DataOfficeDeeds {
    private DataOfficeDeeds() {}

    public static Stream<Deed> all() {
        return Stream.of(rights(), erasures(), releases(), changes()).flatMap(stream -> stream);
    }

    private static Stream<Deed> rights() {
        return Stream.of(
                deed(
                        "ReadingRecord.read",
                        d -> {
                            done(d.readingRecord().read(as(d.office), d.harbour.ada));
                            return AuditEntry.of(
                                    as(d.office), "record.read", d.harbour.ada.value());
                        }),
                deed(
                        "AskingByRight.answer",
                        d -> {
                            UUID id = asked(d);
                            done(d.askingByRight().answer(as(d.office), id, false, "steht so"));
                            return AuditEntry.of(
                                            as(d.office),
                                            "correction.refused",
                                            d.harbour.ada.value(),
                                            id)
                                    .because("steht so");
                        }));
    }

    private static Stream<Deed> erasures() {
        return Stream.of(
                deed(
                        "Erasing.approve",
                        d -> {
                            d.pier.erasing().begin(d.harbour.ada);
                            d.pier.today = d.harbour.today.plusDays(1);
                            String hash = d.pier.erasing().show(as(d.office)).held().hash();
                            done(d.pier.erasing().approve(as(d.office), hash));
                            return AuditEntry.of(as(d.office), "erasure.approved");
                        }),
                deed(
                        "Erasing.withdraw",
                        d -> {
                            d.pier.erasing().begin(d.harbour.ada);
                            done(d.pier.erasing().withdraw(as(d.office), d.harbour.ada));
                            return AuditEntry.of(
                                    as(d.office), "erasure.withdrawn", d.harbour.ada.value());
                        }),
                deed(
                        "Erasing.approve, each person",
                        d -> {
                            d.pier.erasing().begin(d.harbour.ada);
                            d.pier.today = d.harbour.today.plusDays(1);
                            d.pier.look();
                            return AuditEntry.of(
                                    new Actor.Host(), "person.erased", d.harbour.ada.value());
                        }));
    }

    private static UUID asked(DataOffice d) {
        return done(d.askingByRight().ask(d.harbour.ada, Right.CORRECTION, "Weiß statt Weiss"))
                .id();
    }

    private static Stream<Deed> releases() {
        return Stream.of(
                deed(
                        "Releasing.ask",
                        d -> {
                            UUID id = release(d);
                            return AuditEntry.of(
                                            as(d.board), "release.asked", d.harbour.saxony.id(), id)
                                    .because("Ehrung");
                        }),
                deed(
                        "Releasing.grant",
                        d -> {
                            UUID id = release(d);
                            done(d.releasing().grant(as(d.office), id, 3));
                            return AuditEntry.of(
                                    as(d.office),
                                    "release.granted",
                                    d.harbour.saxony.id(),
                                    d.harbour.ada.value(),
                                    d.board.value(),
                                    id);
                        }),
                deed(
                        "Releasing.refuse",
                        d -> {
                            UUID id = release(d);
                            done(d.releasing().refuse(as(d.office), id, "kein Zweck"));
                            return AuditEntry.of(
                                            as(d.office),
                                            "release.refused",
                                            d.harbour.saxony.id(),
                                            id)
                                    .because("kein Zweck");
                        }),
                deed(
                        "Releasing.read",
                        d -> {
                            UUID id = release(d);
                            done(d.releasing().grant(as(d.office), id, 3));
                            done(d.releasing().read(as(d.board), id));
                            return AuditEntry.of(
                                    as(d.board),
                                    "release.read",
                                    d.harbour.saxony.id(),
                                    d.harbour.ada.value(),
                                    id);
                        }));
    }

    private static UUID release(DataOffice d) {
        return done(d.releasing()
                        .ask(as(d.board), d.harbour.saxony.id(), new MemberNumber("103"), "Ehrung"))
                .id();
    }

    private static Stream<Deed> changes() {
        return Stream.of(
                deed(
                        "RequestingChanges.ask",
                        d ->
                                AuditEntry.of(
                                        as(d.board),
                                        "change.asked",
                                        d.harbour.saxony.id(),
                                        change(d))),
                deed(
                        "RequestingChanges.export",
                        d -> {
                            UUID id = change(d);
                            d.requestingChanges().export(as(d.office));
                            return AuditEntry.of(as(d.office), "change.exported", id);
                        }),
                deed(
                        "RequestingChanges.end",
                        d -> {
                            UUID id = change(d);
                            done(d.requestingChanges().end(as(d.office), id, false, "unbekannt"));
                            return AuditEntry.of(
                                            as(d.office),
                                            "change.refused",
                                            d.harbour.saxony.id(),
                                            id)
                                    .because("unbekannt");
                        }));
    }

    private static UUID change(DataOffice d) {
        return done(d.requestingChanges()
                        .ask(
                                as(d.board),
                                d.harbour.saxony.id(),
                                new MemberNumber("103"),
                                ChangeRequest.Kind.MOVED,
                                "nach Leipzig"))
                .id();
    }

    private static Deed deed(String useCase, Function<DataOffice, AuditEntry> deed) {
        return new Deed(
                useCase,
                () -> {
                    DataOffice office = new DataOffice();
                    AuditEntry line = deed.apply(office);
                    return new Deed.Told(office.harbour.trail, line);
                });
    }
}
