package org.freihafen.arrival;

import org.freihafen.access.Access;
import org.freihafen.access.Actor;
import org.freihafen.access.Duty;
import org.freihafen.access.DutyHeld;
import org.freihafen.access.InMemoryDuties;
import org.freihafen.access.Standings;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.InMemoryAccounts;
import org.freihafen.accounts.InMemoryPasswordLinks;
import org.freihafen.accounts.Username;
import org.freihafen.audit.InMemoryTrail;
import org.freihafen.directory.Passwords;
import org.freihafen.governance.FederationStandings;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.mail.Envelope;
import org.freihafen.mail.Post;
import org.freihafen.membership.InMemoryMemberships;
import org.freihafen.membership.InMemoryPeople;
import org.freihafen.membership.Origin;
import org.freihafen.membership.Person;
import org.freihafen.membership.Status;
import org.freihafen.reconcile.RecordingWake;
import org.freihafen.reconcile.Saying;
import org.freihafen.signin.Secret;
import org.freihafen.structure.InMemoryUnits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Where people come in, in memory, at a time that can be moved. */
final class Pier {
    Instant now = Instant.parse("2026-10-01T12:00:00Z");
    final Clock clock = new Moving();
    final Ids ids = new Ids(clock, new Random(1));
    final InMemoryPeople people = new InMemoryPeople();
    final InMemoryAccounts accounts = new InMemoryAccounts();
    final InMemoryPasswordLinks links = new InMemoryPasswordLinks();
    final InMemoryTrail trail = new InMemoryTrail(clock);
    final Post post = new Post(people, accounts, ids, clock);
    final InMemoryArrivals arrivals = new InMemoryArrivals(people, accounts);
    final InMemoryAcceptances acceptances = new InMemoryAcceptances();
    final Map<PersonId, String> passwords = new HashMap<>();
    final Notice notice = new Notice("2", Map.of(Locale.GERMAN, "de", Locale.ENGLISH, "en"));
    final PersonId office = ids.person();
    final Actor member = Actor.of(office);
    final Welcoming welcoming;
    final Arriving arriving;
    final Activating activating;
    final ForgottenPassword forgotten;

    Pier() {
        InMemoryDuties duties = new InMemoryDuties();
        duties.give(
                new DutyHeld(office, Duty.MEMBER_OFFICE, Standings.FEDERATION, Optional.empty()));
        Access access =
                new Access(
                        new FederationStandings(
                                new InMemoryUnits(), new InMemoryMemberships(), duties, clock));
        Wave wave = new Wave(3, Duration.ofDays(14));
        welcoming =
                new Welcoming(
                        access,
                        arrivals,
                        people,
                        accounts,
                        new InvitationLetters(
                                arrivals, links, post.mailing, Post.SECRETS, wave, clock),
                        trail,
                        wave,
                        clock);
        arriving =
                new Arriving(
                        links,
                        accounts,
                        arrivals,
                        acceptances,
                        post.confirmed,
                        Post.SECRETS,
                        trail,
                        new RecordingWake(),
                        clock);
        activating = new Activating(links, accounts, new Vault(), notice, arriving, clock);
        AskingAnew asking =
                new AskingAnew(
                        accounts, post.confirmed, links, post.mailing, Post.SECRETS, trail, clock);
        forgotten = new ForgottenPassword(asking, Runnable::run, clock);
    }

    PersonId joiner(String login, Optional<String> email) {
        PersonId id = ids.person();
        people.add(
                new Person(
                        id,
                        Optional.empty(),
                        "Rosa",
                        "Weiß",
                        email,
                        Status.MEMBER,
                        Optional.empty(),
                        Optional.empty(),
                        Person.Dues.NONE,
                        Origin.REGISTER));
        accounts.add(
                List.of(
                        new Account(
                                id, new Username(login), "Rosa W.", Account.State.INVITED, false)));
        return id;
    }

    /** The secret behind the # of the link in the latest letter that went out. */
    Secret secretOfLatest() {
        post.send();
        Envelope letter = post.delivered.getLast();
        String link =
                letter.text()
                        .lines()
                        .filter(line -> line.startsWith("https://"))
                        .findFirst()
                        .orElseThrow();
        return new Secret(link.substring(link.indexOf('#') + 1));
    }

    private final class Vault implements Passwords {
        @Override
        public Optional<Saying> set(PersonId person, String password) {
            passwords.put(person, password);
            return Optional.empty();
        }

        @Override
        public Optional<PersonId> authenticate(String username, String password) {
            return Optional.empty();
        }
    }

    private final class Moving extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
