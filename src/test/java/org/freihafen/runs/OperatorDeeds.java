package org.freihafen.runs;

import static org.freihafen.governance.Harbour.as;

import org.freihafen.access.Decision;
import org.freihafen.adoption.Bridge;
import org.freihafen.adoption.LinkingTeamFolders;
import org.freihafen.adoption.SuspendingUnknown;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Deed;
import org.freihafen.audit.Deed.Told;
import org.freihafen.groups.Part;
import org.freihafen.ids.RunId;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.runs.Run.Phase;
import org.freihafen.structure.UnitKey;

import java.util.function.Function;
import java.util.stream.Stream;

/** What administrators do with targets. */
public final class OperatorDeeds {
    private OperatorDeeds() {}

    public static Stream<Deed> all() {
        return Stream.of(
                deed(
                        "Operating.start",
                        bridge -> {
                            RunId run =
                                    done(
                                            bridge.operating(false)
                                                    .start(as(bridge.harbour.ada), "ldap", true));
                            return AuditEntry.of(as(bridge.harbour.ada), "run.asked", run.value());
                        }),
                deed(
                        "Operating.approve",
                        bridge -> {
                            RunId held = bridge.run(Phase.HELD, "h");
                            RunId run =
                                    done(
                                            bridge.operating(false)
                                                    .approve(as(bridge.harbour.ada), held, "h"));
                            return AuditEntry.of(
                                    as(bridge.harbour.ada), "run.approved", run.value());
                        }),
                deed("Operating.takeOver", OperatorDeeds::takenOver),
                deed("SuspendingUnknown.suspend", OperatorDeeds::suspended),
                deed(
                        "Adopting.adopt",
                        bridge -> {
                            done(
                                    bridge.adopting(false)
                                            .adopt(
                                                    as(bridge.harbour.ada),
                                                    bridge.harbour.max,
                                                    Bridge.ENTRY));
                            return AuditEntry.of(
                                    as(bridge.harbour.ada),
                                    "entry.adopted",
                                    bridge.harbour.max.value(),
                                    Bridge.ENTRY);
                        }),
                deed(
                        "AdoptingGroups.adopt",
                        bridge -> {
                            done(
                                    bridge.adoptingGroups(false)
                                            .adopt(
                                                    as(bridge.harbour.ada),
                                                    bridge.harbour.umwelt.key(),
                                                    Part.PEOPLE,
                                                    Bridge.ENTRY));
                            return AuditEntry.of(
                                    as(bridge.harbour.ada),
                                    "group.adopted",
                                    bridge.harbour.umwelt.id(),
                                    Bridge.ENTRY);
                        }),
                deed("LinkingTeamFolders.link", OperatorDeeds::linked));
    }

    private static AuditEntry linked(Bridge bridge) {
        UnitKey unit = bridge.harbour.umwelt.key();
        LinkingTeamFolders linking = bridge.linkingTeamFolders();
        try {
            String hash = done(linking.show(as(bridge.harbour.ada), "working", unit, "7")).hash();
            done(linking.link(as(bridge.harbour.ada), "working", unit, "7", hash));
        } catch (TargetUnavailable e) {
            throw new AssertionError(e);
        }
        return AuditEntry.of(
                        as(bridge.harbour.ada), "workspace.adopted", bridge.harbour.umwelt.id())
                .because("working 7");
    }

    private static AuditEntry takenOver(Bridge bridge) {
        try {
            done(bridge.operating(false).takeOver(as(bridge.harbour.ada), "working"));
        } catch (TargetUnavailable e) {
            throw new AssertionError(e);
        }
        return AuditEntry.of(as(bridge.harbour.ada), "target.taken-over").because("working");
    }

    private static AuditEntry suspended(Bridge bridge) {
        SuspendingUnknown suspending = bridge.suspendingUnknown();
        try {
            String hash = suspending.find(as(bridge.harbour.ada)).hash();
            done(suspending.suspend(as(bridge.harbour.ada), hash));
        } catch (TargetUnavailable e) {
            throw new AssertionError(e);
        }
        return AuditEntry.of(
                as(bridge.harbour.ada), "unknown-account.suspended", Bridge.UNKNOWN.value());
    }

    private static Deed deed(String useCase, Function<Bridge, AuditEntry> deed) {
        return new Deed(
                useCase,
                () -> {
                    Bridge bridge = new Bridge();
                    return new Told(bridge.harbour.trail, deed.apply(bridge));
                });
    }

    private static <T> T done(Decision<T> decision) {
        return switch (decision) {
            case Decision.Done<T>(T value) -> value;
            case Decision.Refused<T>(var why) -> throw new AssertionError(why.toString());
        };
    }
}
