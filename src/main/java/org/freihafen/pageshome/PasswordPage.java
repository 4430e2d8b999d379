package org.freihafen.pageshome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.accounts.Account;
import org.freihafen.pages.Once;
import org.freihafen.signin.SettingPasswords;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** The holder of a one-time link sets a password; nobody else learns it. */
@Named
@RequestScoped
public class PasswordPage {
    @Inject private OneTimeLink link;
    @Inject private SettingPasswords settingPasswords;

    private final Once<Optional<Account>> holder = new Once<>();

    /** Whose link this is; nobody's once it was used. */
    public Optional<Account> holder() {
        return holder.get(() -> settingPasswords.holder(link.secret()));
    }

    public @Nullable String set() {
        return link.set(password -> settingPasswords.set(link.secret(), password), "password.done");
    }
}
