package org.freihafen.enrolment;

import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Duty;
import org.freihafen.access.DutyHeld;
import org.freihafen.access.Standings;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Deed;
import org.freihafen.audit.Deed.Told;
import org.freihafen.expected.ExpectedChange;
import org.freihafen.reconcile.Limit;
import org.freihafen.structure.Builders;
import org.freihafen.structurefile.Structuring;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is done with files: structure and rosters. */
public final class OfficeDeeds {
    private static final Actor HOST = new Actor.Host();
    private static final String STRUCTURE = "key;name;kind;parent;ags\nbund;Bund;federation;;\n";
    private static final String HEADER =
            "Mitgliedsnummer;Vorname;Nachname;E-Mail;Eintritt;Austritt;Kreisschlüssel;Saldo;Mahnstufe\n";
    private static final String BOTH_GO =
            HEADER
                    + "1;Rosa;Weiß;paar@example.org;28.02.2019;31.10.2026;14511;0,00;0\n"
                    + "2;Karl;Weiß;paar@example.org;01.01.2001;31.10.2026;14612;0,00;0\n";

    private static final String BOTH = BOTH_GO.replace("31.10.2026", "");

    private OfficeDeeds() {}

    public static Stream<Deed> all() {
        return Stream.of(
                structure(
                        "ReadingStructure.plan",
                        (builders, planned) ->
                                AuditEntry.of(HOST, "structure.read", planned.id().value())),
                structure(
                        "Structuring.plan",
                        (builders, planned) ->
                                AuditEntry.of(HOST, "structure.read", planned.id().value())),
                structure(
                        "Structuring.approve",
                        (builders, planned) -> {
                            done(builders.structuring.approve(HOST, planned.id(), planned.hash()));
                            return AuditEntry.of(HOST, "structure.approved", planned.id().value());
                        }),
                structure(
                        "Structuring.approve",
                        (builders, planned) -> {
                            done(builders.structuring.approve(HOST, planned.id(), planned.hash()));
                            return AuditEntry.of(HOST, "unit.added", builders.unit("bund").id());
                        }),
                roster(
                        "Enrolling.read",
                        office -> aboutRoster("roster.read", office.waiting(BOTH_GO))),
                roster(
                        "Approving.approve",
                        office -> {
                            RosterReport report = office.waiting(BOTH_GO);
                            done(office.approve(report));
                            return aboutRoster("roster.approved", report);
                        }),
                roster(
                        "Enrolling.discard",
                        office -> {
                            RosterReport report = office.waiting(BOTH_GO);
                            done(office.enrolling.discard(HOST, report.roster().id()));
                            return aboutRoster("roster.discarded", report);
                        }),
                roster(
                        "Enrolling.answer",
                        office -> {
                            office.enroll(BOTH);
                            office.enroll(BOTH.replaceFirst("1;Rosa[^\n]*\n", ""));
                            RosterReport report = office.waiting(BOTH);
                            office.answered(report);
                            return aboutRoster("roster.answered", report);
                        }),
                roster(
                        "Enrolling.follow",
                        office -> {
                            office.enroll(BOTH);
                            office.enroll(BOTH.replaceFirst("1;Rosa[^\n]*\n", ""));
                            RosterReport report = office.waiting(BOTH);
                            int asked = report.questions().size();
                            done(office.enrolling.follow(HOST, report.roster().id(), asked));
                            return aboutRoster("roster.answered", report);
                        }),
                roster(
                        "Approving.stop",
                        office -> {
                            RosterReport report = approved(office);
                            done(office.approving.stop(HOST, report.roster().id()));
                            return aboutRoster("roster.stopped", report);
                        }),
                roster(
                        "Approving.goOn",
                        office -> {
                            RosterReport report = approved(office);
                            done(office.approving.stop(HOST, report.roster().id()));
                            done(office.approving.goOn(HOST, report.roster().id()));
                            return aboutRoster("roster.continued", report);
                        }),
                roster("Expecting.announce", office -> announced(announce(office))),
                roster(
                        "Expecting.withdraw",
                        office -> {
                            ExpectedChange expected = announce(office);
                            done(office.expecting.withdraw(HOST, expected.id()));
                            return AuditEntry.of(HOST, "expected.withdrawn", expected.id().value());
                        }),
                roster("LeavingDue.approve", OfficeDeeds::oneLeaves));
    }

    private static RosterReport approved(Office office) {
        RosterReport report = office.waiting(BOTH_GO);
        done(office.approving.approve(HOST, report.roster().id(), report.hash()));
        return report;
    }

    private static ExpectedChange announce(Office office) {
        LocalDate day = office.calendar.today().plusDays(1);
        return Office.done(
                office.expecting.announce(
                        HOST, RosterLimits.OWING, day, day, new Limit(9, 0), "Jahreswechsel"));
    }

    private static AuditEntry announced(ExpectedChange expected) {
        return AuditEntry.of(HOST, "expected.announced", expected.id().value())
                .because(expected.reason());
    }

    private static AuditEntry aboutRoster(String what, RosterReport report) {
        return AuditEntry.of(HOST, what, report.roster().id().value());
    }

    private static AuditEntry oneLeaves(Office office) {
        office.enroll(BOTH_GO);
        office.duties.give(
                new DutyHeld(
                        office.person("1").id(),
                        Duty.ADMINISTRATOR,
                        Standings.FEDERATION,
                        Optional.empty()));
        office.calendar.turnTo(LocalDate.of(2026, 11, 1));
        done(office.due.approve(HOST, office.due.waiting(HOST).orElseThrow().hash()));
        return AuditEntry.of(HOST, "leaving.approved");
    }

    /** What is done with a structure file that was read. */
    private interface OnPlan {
        AuditEntry done(Builders builders, Structuring.Answer.Planned planned);
    }

    private static Deed structure(String useCase, OnPlan deed) {
        return new Deed(
                useCase,
                () -> {
                    Builders builders = new Builders();
                    return new Told(
                            builders.trail, deed.done(builders, builders.planned(STRUCTURE)));
                });
    }

    private static Deed roster(String useCase, Function<Office, AuditEntry> deed) {
        return new Deed(
                useCase,
                () -> {
                    Office office = new Office();
                    return new Told(office.trail, deed.apply(office));
                });
    }

    private static void done(Decision<?> decision) {
        if (decision instanceof Decision.Refused<?>(var why)) {
            throw new AssertionError(why.toString());
        }
    }
}
