package org.freihafen.pageshome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.accounts.Account;
import org.freihafen.arrival.Activating;
import org.freihafen.arrival.Notice;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Whoever was invited makes the account theirs. */
@Named
@RequestScoped
public class ActivationPage {
    @Inject private Asked asked;
    @Inject private PageWords words;
    @Inject private OneTimeLink link;
    @Inject private Activating activating;
    @Inject private Notice notice;

    private final Once<Optional<Account>> holder = new Once<>();

    /** Whose link this is; nobody's once it was used. */
    public Optional<Account> holder() {
        return holder.get(() -> activating.holder(link.secret()));
    }

    public String login() {
        return written("login", holder().map(account -> account.username().value()).orElse(""));
    }

    public String name() {
        return written("name", holder().map(Account::displayName).orElse(""));
    }

    private String written(String field, String otherwise) {
        String written = asked.text(field);
        return written.isEmpty() ? otherwise : written;
    }

    public List<String> notice() {
        return Arrays.asList(notice.in(words.locale()).split("\n\n", -1));
    }

    public String version() {
        return notice.version();
    }

    public @Nullable String activate() {
        return link.set(
                password ->
                        activating.activate(
                                link.secret(),
                                new Activating.Choice(
                                        login(), name(), password, asked.text("accepted"))),
                "activation.done");
    }
}
