package org.freihafen.disuse;

import org.freihafen.access.Actor;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Administrators;
import org.freihafen.accounts.InMemoryUses;
import org.freihafen.directory.LastBinds;
import org.freihafen.governance.Harbour;
import org.freihafen.ids.PersonId;
import org.freihafen.mail.Letter;
import org.freihafen.mail.Post;
import org.freihafen.mail.Template;
import org.freihafen.reconcile.Limit;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;
import org.freihafen.runs.RunSettings;
import org.freihafen.shares.SettableClock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The harbour, with a directory that tells when people last bound, on a day that can be turned. */
final class Quiet {
    final Harbour harbour = new Harbour();
    final SettableClock clock = new SettableClock(Instant.parse("2026-10-01T12:00:00Z"));
    final Post post = new Post(harbour.people, harbour.accounts, harbour.ids, clock);
    final InMemoryUses uses =
            new InMemoryUses(harbour.accounts, harbour.people, harbour.guests, post.confirmed);
    final Map<PersonId, Instant> binds = new HashMap<>();
    private Limit limit = new Limit(2, 1);
    private LastLook lastLook = new LastLook();
    boolean readOnly;
    boolean kept = true;
    boolean unavailable;

    void limit(int people) {
        limit = new Limit(people, 0);
    }

    private Patience patience() {
        return new Patience(180, 30, 50, limit);
    }

    /** The person bound to the directory on this day. */
    void bound(PersonId person, LocalDate day) {
        binds.put(person, day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    PuttingToRest putting() {
        return new PuttingToRest(
                harbour.access,
                new Candidates(
                        uses,
                        harbour.accounts,
                        harbour.people,
                        harbour.guests,
                        post.confirmed,
                        new Administrators(harbour.access, harbour.duties, harbour.accounts, clock),
                        patience(),
                        new RunSettings(Duration.ofHours(1), readOnly, Map.of()),
                        clock),
                harbour.accounts,
                uses,
                patience(),
                lastLook,
                post.mailing,
                harbour.trail,
                harbour.wake,
                clock);
    }

    /** What happens every hour, so many days later. */
    void look(int days) throws TargetUnavailable {
        clock.noonOf(harbour.today.plusDays(days));
        LookingForUse looking =
                new LookingForUse(
                        new LastBinds() {
                            @Override
                            public boolean kept() {
                                return kept;
                            }

                            @Override
                            public Map<PersonId, Instant> read() throws TargetUnavailable {
                                if (unavailable) {
                                    throw new TargetUnavailable(Saying.of("ldap.stopped"));
                                }
                                return binds;
                            }
                        },
                        uses,
                        patience(),
                        lastLook,
                        clock);
        if (looking.looks()) {
            looking.look();
            putting().unused().forEach(putting()::tell);
            putting().due().forEach(putting()::rest);
        }
    }

    void restart() {
        lastLook = new LastLook();
    }

    PuttingToRest.Outlook shown() {
        return putting().show(new Actor.Host());
    }

    Account.State state(PersonId person) {
        return harbour.accounts.byId(person).orElseThrow().state();
    }

    List<Letter> letters(Template template) {
        return post.letters(template);
    }
}
