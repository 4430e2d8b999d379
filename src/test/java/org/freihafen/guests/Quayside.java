package org.freihafen.guests;

import org.freihafen.accounts.FreeUsernames;
import org.freihafen.accounts.InMemoryPasswordLinks;
import org.freihafen.arrival.InMemoryArrivals;
import org.freihafen.arrival.InvitationLetters;
import org.freihafen.arrival.Wave;
import org.freihafen.governance.Harbour;
import org.freihafen.mail.Post;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The harbour, where Lea takes in guests for AG Umwelt, on a day that can be turned. */
final class Quayside {
    final Harbour harbour = new Harbour();
    LocalDate today = harbour.today;
    private final Clock clock = new Turning();
    final Post post = new Post(harbour.people, harbour.accounts, harbour.ids, clock);
    final InMemoryGuests guests = harbour.guests;
    private final Hospitality hospitality = new Hospitality(365, 14, 3);
    final EndingGuests ending =
            new EndingGuests(
                    guests,
                    harbour.people,
                    harbour.accounts,
                    harbour.memberships,
                    harbour.units,
                    hospitality,
                    post.mailing,
                    harbour.trail,
                    harbour.wake,
                    clock);
    final Hosting hosting =
            new Hosting(
                    harbour.access,
                    harbour.units,
                    guests,
                    harbour.people,
                    harbour.accounts,
                    new FreeUsernames(harbour.accounts),
                    new InvitationLetters(
                            new InMemoryArrivals(harbour.people, harbour.accounts),
                            new InMemoryPasswordLinks(),
                            post.mailing,
                            Post.SECRETS,
                            new Wave(9, Duration.ofDays(14)),
                            clock),
                    ending,
                    hospitality,
                    harbour.trail,
                    harbour.wake,
                    harbour.ids,
                    clock);

    /** What the timer does every hour; answers how many stays ended. */
    int look() {
        return (int) ending.due().stream().filter(ending::look).count();
    }

    Hosting.Wish wish(int days) {
        return new Hosting.Wish(
                "Gabi Gast", "gabi@example.org", "Satz des Programms", today.plusDays(days));
    }

    private final class Turning extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("the quayside stays where it is");
        }

        @Override
        public Instant instant() {
            return today.atTime(12, 0).toInstant(ZoneOffset.UTC);
        }
    }
}
