package org.freihafen.asking;

import static org.freihafen.governance.Harbour.as;

import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.asking.AccessRequest.Outcome;
import org.freihafen.asking.AnsweringAccess.Answer;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Deed;
import org.freihafen.governance.Harbour;
import org.freihafen.groups.Part;
import org.freihafen.shares.Permission;
import org.freihafen.workspaces.FolderRef;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What asking for access owes the trail. */
public final class AskingDeeds {
    private AskingDeeds() {}

    public static Stream<Deed> all() {
        return Stream.of(
                deed(
                        "AskingAccess.ask",
                        h -> {
                            AccessRequest request = asked(h, AskingLimits.USUAL);
                            return AuditEntry.of(
                                            as(h.dan),
                                            "access.asked",
                                            h.digital.id(),
                                            request.id(),
                                            h.umwelt.id().value())
                                    .because("Website");
                        }),
                deed(
                        "AskingAccess.withdraw",
                        h -> {
                            AccessRequest request = asked(h, AskingLimits.USUAL);
                            done(h.askingAccess().withdraw(as(h.dan), request.id()));
                            return AuditEntry.of(
                                    as(h.dan), "access.withdrawn", h.digital.id(), request.id());
                        }),
                deed(
                        "AnsweringAccess.grant",
                        h -> {
                            AccessRequest request = asked(h, AskingLimits.USUAL);
                            AccessRequest granted =
                                    done(
                                            h.answeringAccess()
                                                    .grant(
                                                            as(h.lea),
                                                            request.id(),
                                                            new Answer(
                                                                    FolderRef.whole(h.umwelt.id()),
                                                                    Set.of(Permission.READ),
                                                                    Optional.empty())));
                            return AuditEntry.of(
                                            as(h.lea),
                                            "access.granted",
                                            h.umwelt.id(),
                                            request.id(),
                                            granted.outcome()
                                                    .flatMap(Outcome::grant)
                                                    .orElseThrow()
                                                    .value())
                                    .because("Website");
                        }),
                deed(
                        "AnsweringAccess.refuse",
                        h -> {
                            AccessRequest request = asked(h, AskingLimits.USUAL);
                            done(h.answeringAccess().refuse(as(h.lea), request.id(), "nein"));
                            return AuditEntry.of(
                                            as(h.lea),
                                            "access.refused",
                                            h.umwelt.id(),
                                            request.id())
                                    .because("nein");
                        }),
                deed(
                        "Lapsing.lapse",
                        h -> {
                            AccessRequest request = asked(h, new AskingLimits(1, Duration.ZERO));
                            h.lapsing().lapse(request.id());
                            return AuditEntry.of(
                                    new Actor.Host(),
                                    "access.lapsed",
                                    h.digital.id(),
                                    request.id());
                        }));
    }

    private static AccessRequest asked(Harbour h, AskingLimits limits) {
        return done(
                h.askingAccess(limits)
                        .ask(
                                as(h.dan),
                                new AskingAccess.Plea(
                                        h.digital.id(),
                                        Part.PEOPLE,
                                        h.umwelt.id(),
                                        "",
                                        Set.of(Permission.READ),
                                        Optional.empty(),
                                        "Website")));
    }

    private static Deed deed(String useCase, Function<Harbour, AuditEntry> deed) {
        return new Deed(
                useCase,
                () -> {
                    Harbour harbour = new Harbour();
                    return new Deed.Told(harbour.trail, deed.apply(harbour));
                });
    }

    private static <T> T done(Decision<T> decision) {
        return switch (decision) {
            case Decision.Done<T>(T value) -> value;
            case Decision.Refused<T>(var why) -> throw new AssertionError(why.toString());
        };
    }
}
