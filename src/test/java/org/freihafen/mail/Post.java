package org.freihafen.mail;

import org.freihafen.accounts.InMemoryAccounts;
import org.freihafen.accounts.InMemoryRecoveryAddresses;
import org.freihafen.ids.Ids;
import org.freihafen.membership.InMemoryPeople;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The post for tests: letters lie in {@link #outbox} and, once sent, in {@link #delivered}. */
public final class Post {
    /** Secrets that can be read off. */
    public static final LetterSecrets SECRETS = letter -> "secret-of-" + letter;

    public final InMemoryOutbox outbox = new InMemoryOutbox();
    public final InMemoryRecoveryAddresses confirmed = new InMemoryRecoveryAddresses();
    public final List<Envelope> delivered = new ArrayList<>();
    public final Mailing mailing;
    final Addresses addresses;
    final Wording wording;
    private final Clock clock;
    private int rung;

    public Post(InMemoryPeople people, InMemoryAccounts accounts, Ids ids, Clock clock) {
        this.clock = clock;
        addresses =
                new Addresses(
                        people,
                        accounts,
                        confirmed,
                        Optional.of("office@example.org"),
                        Optional.empty());
        wording = new Wording(SECRETS, "Bund", "de", "https://freihafen.example.org/");
        mailing = new Mailing(outbox, () -> rung++, ids, clock);
    }

    /** How often the sender was woken. */
    public int rung() {
        return rung;
    }

    /** Sends all that waits. */
    public int send() {
        return sending(delivered::add).send();
    }

    Sending sending(Postman postman) {
        return new Sending(outbox, addresses, wording, postman, clock);
    }

    /** All that was put down and not erased. */
    public List<Letter> letters(Predicate<Letter> which) {
        return outbox.all().stream().map(Posted::letter).filter(which).toList();
    }

    public List<Letter> letters(Template template) {
        return letters(letter -> letter.template() == template);
    }
}
