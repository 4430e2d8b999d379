package org.freihafen.mail;

import org.freihafen.access.Access;
import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Duty;
import org.freihafen.access.DutyHeld;
import org.freihafen.access.InMemoryDuties;
import org.freihafen.access.Standings;
import org.freihafen.accounts.InMemoryAccounts;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Deed;
import org.freihafen.audit.Deed.Told;
import org.freihafen.audit.InMemoryTrail;
import org.freihafen.governance.FederationStandings;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.InMemoryMemberships;
import org.freihafen.membership.InMemoryPeople;
import org.freihafen.structure.InMemoryUnits;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** What administrators do about letters. */
public final class PostDeeds {
    private final Clock clock = Clock.fixed(Instant.parse("2026-10-01T12:00:00Z"), ZoneOffset.UTC);
    private final Ids ids = new Ids(clock, new Random(1));
    private final InMemoryTrail trail = new InMemoryTrail(clock);
    private final Post post = new Post(new InMemoryPeople(), new InMemoryAccounts(), ids, clock);
    private final PersonId ada = ids.person();
    private final Watching watching;

    private PostDeeds() {
        InMemoryDuties duties = new InMemoryDuties();
        duties.give(new DutyHeld(ada, Duty.ADMINISTRATOR, Standings.FEDERATION, Optional.empty()));
        Access access =
                new Access(
                        new FederationStandings(
                                new InMemoryUnits(), new InMemoryMemberships(), duties, clock));
        watching =
                new Watching(
                        access,
                        post.outbox,
                        post.mailing,
                        () -> {},
                        post.addresses,
                        post.wording,
                        trail,
                        clock,
                        false);
    }

    public static Stream<Deed> all() {
        return Stream.of(
                deed(
                        "Watching.tryAgain",
                        p -> {
                            p.post.mailing.tell(p.ada, Template.TRIAL);
                            p.post.send();
                            UUID failed = p.post.outbox.all().getFirst().letter().id();
                            done(p.watching.tryAgain(Actor.of(p.ada), failed));
                            return AuditEntry.of(Actor.of(p.ada), "letter.tried-again", failed);
                        }),
                deed(
                        "Watching.tryOut",
                        p -> {
                            UUID letter = done(p.watching.tryOut(Actor.of(p.ada))).id();
                            return AuditEntry.of(Actor.of(p.ada), "letter.tried-out", letter);
                        }));
    }

    private static Deed deed(String useCase, Function<PostDeeds, AuditEntry> deed) {
        return new Deed(
                useCase,
                () -> {
                    PostDeeds post = new PostDeeds();
                    return new Told(post.trail, deed.apply(post));
                });
    }

    private static <T> T done(Decision<T> decision) {
        return switch (decision) {
            case Decision.Done<T>(T value) -> value;
            case Decision.Refused<T>(var why) -> throw new AssertionError(why.toString());
        };
    }
}
