package org.freihafen.governance;

import static org.freihafen.governance.Harbour.as;

import org.freihafen.access.Decision;
import org.freihafen.access.Duty;
import org.freihafen.access.DutyHeld;
import org.freihafen.accounts.Administrators;
import org.freihafen.accounts.Naming;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Deed;
import org.freihafen.audit.Deed.Told;
import org.freihafen.ceilings.Ceiling;
import org.freihafen.closing.ClosingFolders;
import org.freihafen.granting.Granting;
import org.freihafen.granting.WorkspacesFollowUnits;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.ids.InvitationId;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.Role;
import org.freihafen.reshape.Reshape;
import org.freihafen.shares.Grant;
import org.freihafen.shares.Permission;
import org.freihafen.structure.Unit;
import org.freihafen.workspaces.Closing;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.FolderRef;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What people do in the harbour. */
public final class HarbourDeeds {
    private HarbourDeeds() {}

    public static Stream<Deed> all() {
        return Stream.of(grants(), invitations(), memberships(), units(), people())
                .flatMap(stream -> stream);
    }

    private static Stream<Deed> grants() {
        return Stream.of(
                deed("Granting.grant", h -> aboutGrant(h, given(h), "grant.given", "Ostsee")),
                deed(
                        "Granting.change",
                        h -> {
                            Grant grant = given(h);
                            done(
                                    h.granting()
                                            .change(
                                                    as(h.lea),
                                                    grant.id(),
                                                    Granting.Change.of(
                                                            Set.of(
                                                                    Permission.READ,
                                                                    Permission.EDIT),
                                                            Optional.empty())));
                            return aboutGrant(h, grant, "grant.changed", "");
                        }),
                deed(
                        "Granting.end",
                        h -> {
                            Grant grant = given(h);
                            done(h.granting().end(as(h.lea), grant.id()));
                            return aboutGrant(h, grant, "grant.ended", "");
                        }),
                deed(
                        "ShowingAnew.show",
                        h -> {
                            Folder folder =
                                    done(
                                            h.creatingFolders()
                                                    .create(as(h.lea), h.umwelt.id(), "Presse"));
                            Grant grant = given(h, FolderRef.of(folder));
                            done(h.showingAnew().show(as(h.lea), grant.id()));
                            return aboutGrant(h, grant, "grant.shown-anew", "");
                        }),
                deed(
                        "Renewing.renew",
                        h -> {
                            Grant grant = given(h);
                            h.grants.save(
                                    grant.during(grant.period().endingOn(h.today.plusDays(3))));
                            done(h.renewing().renew(as(h.lea), grant.id()));
                            return aboutGrant(h, grant, "grant.renewed", "");
                        }),
                deed(
                        "TracingAccess.person",
                        h -> {
                            trust(h, h.bo, Duty.AUDITOR, h.federation);
                            done(h.tracing().person(as(h.bo), h.max, h.today));
                            return AuditEntry.of(as(h.bo), "reach.seen", h.max.value());
                        }),
                deed(
                        "Tightening.tighten",
                        h -> {
                            done(
                                    h.tightening()
                                            .tighten(
                                                    as(h.lea),
                                                    h.umwelt.id(),
                                                    Ceiling.CLOSED,
                                                    Set.of()));
                            return AuditEntry.of(
                                    as(h.lea), "ceiling.set", h.umwelt.id(), h.umwelt.id().value());
                        }),
                deed(
                        "CreatingFolders.create",
                        h -> {
                            Folder folder =
                                    done(
                                            h.creatingFolders()
                                                    .create(as(h.lea), h.umwelt.id(), "Presse"));
                            return AuditEntry.of(
                                    as(h.lea),
                                    "folder.created",
                                    h.umwelt.id(),
                                    folder.id().value());
                        }),
                deed(
                        "ClosingFolders.create",
                        h -> {
                            Folder folder =
                                    done(
                                            h.closingFolders()
                                                    .create(
                                                            as(h.lea),
                                                            h.umwelt.id(),
                                                            "Personal",
                                                            Closing.LEADS));
                            return closed(h, folder);
                        }),
                deed(
                        "ClosingFolders.close",
                        h -> {
                            Folder made =
                                    done(
                                            h.creatingFolders()
                                                    .create(as(h.lea), h.umwelt.id(), "Personal"));
                            Optional<Closing> to = Optional.of(Closing.LEADS);
                            ClosingFolders closing = h.closingFolders();
                            String hash =
                                    done(closing.show(as(h.lea), made.id(), to, Set.of())).hash();
                            done(closing.close(as(h.lea), made.id(), to, Set.of(), hash));
                            return closed(h, made);
                        }),
                deed(
                        "CreatingFolders.openWorkspace",
                        h -> {
                            done(h.creatingFolders().openWorkspace(as(h.dan), h.digital.id()));
                            return AuditEntry.of(as(h.dan), "workspace.opened", h.digital.id());
                        }),
                deed(
                        "WorkspacesFollowUnits.added",
                        h -> {
                            following(h).added(as(h.bo), List.of(h.digital));
                            return AuditEntry.of(as(h.bo), "workspace.opened", h.digital.id());
                        }),
                deed(
                        "WorkspacesFollowUnits.ended",
                        h -> {
                            following(h).ended(as(h.bo), List.of(h.umwelt));
                            return AuditEntry.of(as(h.bo), "workspace.archived", h.umwelt.id());
                        }),
                deed(
                        "WorkspacesFollowUnits.ended",
                        h -> {
                            Grant grant = given(h);
                            following(h).ended(as(h.bo), List.of(h.digital));
                            return AuditEntry.of(
                                    as(h.bo), "grant.ended", h.umwelt.id(), grant.id().value());
                        }));
    }

    private static void carriedOut(Harbour h, Reshape reshape) {
        String hash = done(h.reshaping().show(as(h.lea), reshape)).hash();
        done(h.reshaping().carryOut(as(h.lea), reshape, hash));
    }

    private static AuditEntry aboutGrant(Harbour h, Grant grant, String what, String why) {
        return AuditEntry.of(as(h.lea), what, h.umwelt.id(), grant.id().value()).because(why);
    }

    private static Grant given(Harbour h) {
        return given(h, FolderRef.whole(h.umwelt.id()));
    }

    private static Grant given(Harbour h, FolderRef folder) {
        return done(
                h.granting()
                        .grant(
                                as(h.lea),
                                new Granting.Wish(
                                        folder,
                                        new GroupId(h.digital.id(), Part.PEOPLE),
                                        Set.of(Permission.READ),
                                        Optional.empty(),
                                        "Ostsee")));
    }

    private static WorkspacesFollowUnits following(Harbour h) {
        return new WorkspacesFollowUnits(h.workspaces, h.grants, h.trail, h.clock);
    }

    private static Stream<Deed> invitations() {
        return Stream.of(
                deed(
                        "Inviting.invite",
                        h ->
                                AuditEntry.of(
                                        as(h.lea),
                                        "invitation.made",
                                        h.umwelt.id(),
                                        invited(h).value())),
                deed(
                        "Inviting.withdraw",
                        h -> {
                            InvitationId id = invited(h);
                            done(h.inviting().withdraw(as(h.lea), id));
                            return AuditEntry.of(
                                    as(h.lea), "invitation.withdrawn", h.umwelt.id(), id.value());
                        }),
                deed(
                        "Answering.answer",
                        h -> {
                            InvitationId id = invited(h);
                            done(h.answering().answer(as(h.ada), id, true));
                            return AuditEntry.of(
                                    as(h.ada),
                                    "invitation.accepted",
                                    h.umwelt.id(),
                                    id.value(),
                                    h.ada.value());
                        }),
                deed(
                        "Answering.answer",
                        h -> {
                            done(h.answering().answer(as(h.ada), invited(h), false));
                            return AuditEntry.of(as(h.ada), "invitation.declined", h.ada.value());
                        }));
    }

    private static InvitationId invited(Harbour h) {
        done(h.inviting().invite(as(h.lea), h.umwelt.id(), "ada"));
        return h.invitations.openTo(h.ada, h.clock.instant()).getFirst().id();
    }

    private static Stream<Deed> memberships() {
        return Stream.of(
                deed(
                        "Leaving.leave",
                        h -> {
                            done(h.leaving().leave(as(h.max), h.umwelt.id()));
                            return about(h, h.max, "membership.left", h.max);
                        }),
                deed(
                        "Leaving.remove",
                        h -> {
                            done(h.leaving().remove(as(h.lea), h.umwelt.id(), h.max));
                            return about(h, h.lea, "membership.ended", h.max);
                        }),
                deed(
                        "NamingLeads.name",
                        h -> {
                            done(h.namingLeads().name(as(h.lea), h.umwelt.id(), Set.of(h.max)));
                            return about(h, h.lea, "lead.named", h.max);
                        }),
                deed(
                        "NamingLeads.name",
                        h -> {
                            done(h.namingLeads().name(as(h.lea), h.umwelt.id(), Set.of(h.max)));
                            return about(h, h.lea, "lead.ended", h.lea);
                        }),
                deed(
                        "Electing.record",
                        h -> {
                            trust(h, h.bo, Duty.MEMBER_OFFICE, h.saxony);
                            done(
                                    h.electing()
                                            .record(
                                                    as(h.bo),
                                                    h.board.id(),
                                                    new Electing.Result(
                                                            "ada", Role.LEAD, Optional.empty())));
                            return AuditEntry.of(
                                    as(h.bo), "election.recorded", h.board.id(), h.ada.value());
                        }));
    }

    private static AuditEntry about(Harbour h, PersonId by, String what, PersonId whom) {
        return AuditEntry.of(as(by), what, h.umwelt.id(), whom.value());
    }

    private static Stream<Deed> units() {
        return Stream.of(
                deed(
                        "Founding.found",
                        h -> {
                            Unit founded =
                                    done(
                                            h.founding()
                                                    .found(
                                                            as(h.ada),
                                                            new Founding.Wish(
                                                                    "working-group",
                                                                    h.saxony.key(),
                                                                    "AG Wattenmeer",
                                                                    List.of())));
                            return AuditEntry.of(
                                    as(h.ada), "unit.founded", founded.id(), h.ada.value());
                        }),
                deed(
                        "ChangingUnits.rename",
                        h -> {
                            done(h.changingUnits().rename(as(h.lea), h.umwelt.id(), "AG Meer"));
                            return AuditEntry.of(as(h.lea), "unit.renamed", h.umwelt.id());
                        }),
                deed(
                        "Reshaping.carryOut",
                        h -> {
                            carriedOut(h, new Reshape.Move(h.umwelt.id(), h.federation.id()));
                            return AuditEntry.of(
                                    as(h.lea),
                                    "unit.moved",
                                    h.umwelt.id(),
                                    h.federation.id().value());
                        }),
                deed(
                        "Reshaping.carryOut",
                        h -> {
                            carriedOut(h, new Reshape.Dissolve(h.umwelt.id()));
                            return AuditEntry.of(as(h.lea), "unit.dissolved", h.umwelt.id());
                        }),
                deed(
                        "Reshaping.carryOut",
                        h -> {
                            h.belong(h.lea, h.digital, Role.LEAD);
                            carriedOut(h, new Reshape.Merge(h.umwelt.id(), h.digital.id()));
                            return AuditEntry.of(
                                    as(h.lea),
                                    "unit.merged",
                                    h.umwelt.id(),
                                    h.digital.id().value());
                        }),
                deed(
                        "Succession.decide",
                        h -> {
                            Unit klima = h.founded("ag-klima", "AG Klima");
                            h.belong(h.lea, klima, Role.LEAD);
                            h.belong(h.lea, h.digital, Role.LEAD);
                            Grant grant = given(h);
                            carriedOut(h, new Reshape.Merge(h.digital.id(), klima.id()));
                            done(h.succession().decide(as(h.lea), grant.id(), true));
                            return aboutGrant(h, grant, "grant.passed", "");
                        }));
    }

    private static Stream<Deed> people() {
        return Stream.of(
                deed(
                        "GivingDuties.give",
                        h -> {
                            trust(h, h.bo, Duty.ADMINISTRATOR, h.federation);
                            done(duties(h).give(as(h.bo), auditor(h)));
                            return AuditEntry.of(
                                            as(h.bo), "duty.given", h.saxony.id(), h.ada.value())
                                    .because("AUDITOR");
                        }),
                deed(
                        "GivingDuties.end",
                        h -> {
                            trust(h, h.bo, Duty.ADMINISTRATOR, h.federation);
                            h.duties.give(auditor(h));
                            done(duties(h).end(as(h.bo), h.ada, Duty.AUDITOR, h.saxony.id()));
                            return AuditEntry.of(
                                            as(h.bo), "duty.ended", h.saxony.id(), h.ada.value())
                                    .because("AUDITOR");
                        }),
                deed(
                        "Naming.login",
                        h -> {
                            trust(h, h.bo, Duty.MEMBER_OFFICE, h.federation);
                            done(naming(h).login(as(h.bo), h.ada, "ada.lovelace"));
                            return AuditEntry.of(as(h.bo), "account.login-changed", h.ada.value());
                        }),
                deed(
                        "Naming.login",
                        h -> {
                            naming(h).login(as(h.ada), h.ada, "lea");
                            return AuditEntry.of(as(h.ada), "account.login-refused", h.ada.value());
                        }),
                deed(
                        "Naming.displayName",
                        h -> {
                            done(naming(h).displayName(as(h.ada), h.ada, "Ada L."));
                            return AuditEntry.of(
                                    as(h.ada), "account.display-name-changed", h.ada.value());
                        }));
    }

    private static DutyHeld auditor(Harbour h) {
        return new DutyHeld(h.ada, Duty.AUDITOR, h.saxony.id(), Optional.empty());
    }

    private static void trust(Harbour h, PersonId person, Duty duty, Unit in) {
        h.duties.give(new DutyHeld(person, duty, in.id(), Optional.empty()));
    }

    private static GivingDuties duties(Harbour h) {
        return new GivingDuties(
                h.access,
                h.units,
                h.duties,
                h.accounts,
                new Administrators(h.access, h.duties, h.accounts, h.clock),
                h.trail,
                h.clock);
    }

    private static Naming naming(Harbour h) {
        return new Naming(h.access, h.accounts, h.trail, h.wake, h.clock);
    }

    private static Deed deed(String useCase, Function<Harbour, AuditEntry> deed) {
        return new Deed(
                useCase,
                () -> {
                    Harbour harbour = new Harbour();
                    return new Told(harbour.trail, deed.apply(harbour));
                });
    }

    private static <T> T done(Decision<T> decision) {
        return switch (decision) {
            case Decision.Done<T>(T value) -> value;
            case Decision.Refused<T>(var why) -> throw new AssertionError(why.toString());
        };
    }

    private static AuditEntry closed(Harbour h, Folder folder) {
        return AuditEntry.of(as(h.lea), "folder.closed", h.umwelt.id(), folder.id().value())
                .because("LEADS");
    }
}
