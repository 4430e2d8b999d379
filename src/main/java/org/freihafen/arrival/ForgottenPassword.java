package org.freihafen.arrival;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.freihafen.accounts.Username;
import org.freihafen.signin.Throttle;

import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes the word of anybody who says that a password is forgotten. Everybody hears the same at
 * once, and only afterwards it is looked up whose login name it is, if anybody's: neither answer
 * nor time tells. Whoever asks again and again, from one address or for one name, is not heeded.
 */
@Singleton
public class ForgottenPassword {
    private static final Logger LOG = Logger.getLogger(ForgottenPassword.class.getName());
    private static final int FREE_PER_LOGIN = 2;
    private static final int FREE_PER_ADDRESS = 10;
    private static final int REMEMBERED = 20_000;

    private final AskingAnew asking;
    private final Executor afterwards;
    private final Throttle byLogin;
    private final Throttle byAddress;

    @Inject
    public ForgottenPassword(AskingAnew asking, Afterwards afterwards, InstantSource clock) {
        this(asking, (Executor) afterwards, clock);
    }

    ForgottenPassword(AskingAnew asking, Executor afterwards, InstantSource clock) {
        this.asking = asking;
        this.afterwards = afterwards;
        byLogin = new Throttle(clock, FREE_PER_LOGIN, REMEMBERED);
        byAddress = new Throttle(clock, FREE_PER_ADDRESS, REMEMBERED);
    }

    /** Answers nothing, whoever asks about whom. */
    public void forgot(String writtenLogin, String address, Locale language) {
        boolean heeded =
                Username.allowed(writtenLogin)
                        && byAddress.attempt(address).isZero()
                        && byLogin.attempt(new Username(writtenLogin).value()).isZero();
        if (heeded) {
            Username login = new Username(writtenLogin);
            afterwards.execute(() -> write(login, language));
        }
    }

    private void write(Username login, Locale language) {
        try {
            asking.write(login, language);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "cannot write to somebody who forgot a password", e);
        }
    }
}
