package org.freihafen.recovery;

import org.freihafen.access.Duty;
import org.freihafen.access.DutyHeld;
import org.freihafen.enrolment.InMemoryRosters;
import org.freihafen.enrolment.Roster;
import org.freihafen.governance.Harbour;
import org.freihafen.ids.PersonId;
import org.freihafen.mail.Envelope;
import org.freihafen.mail.Post;
import org.freihafen.membership.Person;
import org.freihafen.signin.Secret;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The harbour, where Ada confirmed her address and Bo is the member office. */
final class Moorings {
    static final String OLD = "couple@example.org";
    static final String NEW = "ada@example.net";

    final Harbour harbour = new Harbour();
    final Post post = new Post(harbour.people, harbour.accounts, harbour.ids, harbour.clock);
    final InMemoryAddressClaims claims =
            new InMemoryAddressClaims(harbour.people, harbour.accounts, post.confirmed);
    final InMemoryRosters rosters = new InMemoryRosters();
    Instant now = harbour.clock.instant();
    final Recovering recovering =
            new Recovering(
                    harbour.access,
                    claims,
                    harbour.people,
                    harbour.accounts,
                    new SecondPerson(harbour.access, harbour.duties, rosters, () -> now),
                    post.confirmed,
                    post.mailing,
                    Post.SECRETS,
                    harbour.trail,
                    () -> now);
    final PersonId ada = harbour.ada;
    final PersonId office = harbour.bo;

    Moorings() {
        for (PersonId person : harbour.everybody()) {
            String email = harbour.people.byId(person).flatMap(Person::email).orElseThrow();
            post.confirmed.confirm(person, email, now);
        }
        give(office, Duty.MEMBER_OFFICE);
    }

    void give(PersonId person, Duty duty) {
        harbour.duties.give(new DutyHeld(person, duty, harbour.federation.id(), Optional.empty()));
    }

    /** A roster brings another address. */
    void moves(PersonId person, String address) {
        Person was = harbour.people.byId(person).orElseThrow();
        harbour.people.save(
                new Person(
                        person,
                        was.number(),
                        was.givenName(),
                        was.familyName(),
                        Optional.of(address),
                        was.status(),
                        was.joined(),
                        was.left(),
                        was.dues(),
                        was.origin()));
    }

    /** A roster that somebody read and two people approved. */
    void roster(PersonId reader, PersonId first, PersonId second) {
        Roster read =
                new Roster(
                        harbour.ids.roster(),
                        now,
                        Optional.of(reader),
                        "sage",
                        "UTF-8",
                        Roster.Stage.WAITING,
                        5,
                        0,
                        Map.of());
        Roster approved = read.firstApproved(first, "hash").approved(Optional.of(second), 1);
        rosters.add(approved, new byte[] {1}, Map.of());
    }

    /** The secret of the latest link that went to this address. */
    Secret linkTo(String address) {
        post.send();
        List<Envelope> letters =
                post.delivered.stream()
                        .filter(letter -> letter.address().equals(address))
                        .filter(letter -> letter.text().contains("#"))
                        .toList();
        String link =
                letters.getLast()
                        .text()
                        .lines()
                        .filter(line -> line.startsWith("https://"))
                        .findFirst()
                        .orElseThrow();
        return new Secret(link.substring(link.indexOf('#') + 1));
    }
}
