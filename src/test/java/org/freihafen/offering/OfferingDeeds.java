package org.freihafen.offering;

import static org.freihafen.governance.Harbour.as;

import org.freihafen.access.Decision;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Deed;
import org.freihafen.governance.Harbour;
import org.freihafen.shares.Permission;
import org.freihafen.workspaces.FolderRef;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What offers to people owe the trail. */
public final class OfferingDeeds {
    private OfferingDeeds() {}

    public static Stream<Deed> all() {
        return Stream.of(
                deed(
                        "OfferingGrants.offer",
                        h ->
                                AuditEntry.of(
                                        as(h.lea), "grant.offered", h.umwelt.id(), offer(h).id())),
                deed(
                        "OfferingGrants.withdraw",
                        h -> {
                            Offer offer = offer(h);
                            done(h.offeringGrants().withdraw(as(h.lea), offer.id()));
                            return AuditEntry.of(
                                    as(h.lea), "offer.withdrawn", h.umwelt.id(), offer.id());
                        }),
                deed(
                        "AnsweringOffers.accept",
                        h -> {
                            Offer offer =
                                    done(h.answeringOffers().accept(as(h.ada), offer(h).id()));
                            return AuditEntry.of(
                                    as(h.ada),
                                    "offer.accepted",
                                    h.umwelt.id(),
                                    offer.id(),
                                    offer.grant().orElseThrow().value());
                        }),
                deed(
                        "AnsweringOffers.decline",
                        h -> {
                            done(h.answeringOffers().decline(as(h.ada), offer(h).id()));
                            return AuditEntry.of(as(h.ada), "offer.declined", h.ada.value());
                        }));
    }

    private static Offer offer(Harbour h) {
        return done(
                h.offeringGrants()
                        .offer(
                                as(h.lea),
                                new OfferingGrants.Wish(
                                        FolderRef.whole(h.umwelt.id()),
                                        "ada",
                                        Optional.empty(),
                                        Set.of(Permission.READ),
                                        Optional.empty(),
                                        "")));
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
