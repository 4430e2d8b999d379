package org.freihafen.pagesadmin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.access.Action;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.ids.PersonId;
import org.freihafen.mail.Addressee;
import org.freihafen.mail.Envelope;
import org.freihafen.mail.Posted;
import org.freihafen.mail.Posted.Stage;
import org.freihafen.mail.Watching;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Notices;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.Visitor;
import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What became of letters, for administrators. In the sandbox they can be read here. */
@Named
@RequestScoped
public class LettersPage {
    private static final int SHOWN = 50;

    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private PageWords words;
    @Inject private Notices notices;
    @Inject private Accounts accounts;
    @Inject private Watching watching;

    private final Once<List<Posted>> letters = new Once<>();

    public boolean maySend() {
        return asked.mayEverywhere(Action.SEND_LETTERS);
    }

    public List<Posted> letters() {
        return letters.get(() -> watching.letters(visitor.actor(), stages(), before(), SHOWN));
    }

    /** What there is to see. */
    public String lead() {
        return words.say(watching.readable() ? "letters.lead.sandbox" : "letters.lead");
    }

    private Set<Stage> stages() {
        return only().isEmpty() ? EnumSet.allOf(Stage.class) : Set.of(Stage.FAILED);
    }

    /** {@code failed}, or empty for all. */
    public String only() {
        return asked.text("only").equals("failed") ? "failed" : "";
    }

    private Optional<UUID> before() {
        return asked.text("after").isEmpty()
                ? Optional.empty()
                : Optional.of(asked.id("after", UUID::fromString));
    }

    /** The id after which the next page begins; empty on the last. */
    public String next() {
        List<Posted> shown = letters();
        return shown.size() < SHOWN ? "" : shown.getLast().letter().id().toString();
    }

    public String about(Posted posted) {
        return words.say("letter." + posted.letter().template().name());
    }

    public String to(Posted posted) {
        return switch (posted.letter().to()) {
            case Addressee.ToPerson(PersonId person) -> login(person);
            case Addressee.ToAddress(PersonId person, _) -> login(person);
            case Addressee.ToDesk(Addressee.Desk desk) -> words.say("desk." + desk.name());
        };
    }

    private String login(PersonId person) {
        return accounts.byId(person)
                .map(Account::username)
                .map(Object::toString)
                .orElseGet(() -> words.say("letters.nobody"));
    }

    public String tone(Posted posted) {
        return switch (posted.stage()) {
            case SENT -> "good";
            case FAILED -> "bad";
            case WAITING, SENDING -> posted.trouble().isPresent() ? "warn" : "own";
        };
    }

    public boolean failed(Posted posted) {
        return posted.stage() == Stage.FAILED;
    }

    /** Its words; only in the sandbox. */
    public @Nullable Envelope opened(Posted posted) {
        return watching.opened(visitor.actor(), posted).orElse(null);
    }

    public @Nullable String tryAgain() {
        return notices.said(
                watching.tryAgain(visitor.actor(), asked.id("letter", UUID::fromString)),
                "/letters?faces-redirect=true",
                "letters.again.done");
    }

    public @Nullable String tryOut() {
        return notices.said(
                watching.tryOut(visitor.actor()),
                "/letters?faces-redirect=true",
                "letters.trial.done");
    }
}
