package org.freihafen.arrival;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.accounts.PasswordLink;
import org.freihafen.accounts.PasswordLinks;
import org.freihafen.ids.PersonId;
import org.freihafen.mail.Addressee;
import org.freihafen.mail.Letter;
import org.freihafen.mail.LetterSecrets;
import org.freihafen.mail.Mailing;
import org.freihafen.mail.Template;
import org.freihafen.signin.Secret;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Letters with a link by which somebody makes their account theirs; a new one closes the old. */
@Dependent
public class InvitationLetters {
    private final Arrivals arrivals;
    private final PasswordLinks links;
    private final Mailing mailing;
    private final LetterSecrets secrets;
    private final Wave wave;
    private final InstantSource clock;

    @Inject
    public InvitationLetters(
            Arrivals arrivals,
            PasswordLinks links,
            Mailing mailing,
            LetterSecrets secrets,
            Wave wave,
            InstantSource clock) {
        this.arrivals = arrivals;
        this.links = links;
        this.mailing = mailing;
        this.secrets = secrets;
        this.wave = wave;
        this.clock = clock;
    }

    /** The first fact is for how many days the link holds, the others follow. */
    public void write(PersonId person, String address, Template template, String... more) {
        Instant now = clock.instant();
        UUID letter = mailing.nextId();
        Secret secret = new Secret(secrets.of(letter));
        links.open(new PasswordLink(person, secret.digest(), now.plus(wave.open())));
        arrivals.written(new Arrivals.Invited(person, letter, address, now));
        List<String> facts = new ArrayList<>();
        facts.add(Long.toString(wave.open().toDays()));
        facts.addAll(List.of(more));
        mailing.put(
                new Letter(
                        letter,
                        new Addressee.ToAddress(person, address),
                        template,
                        facts,
                        Optional.empty()));
    }
}
