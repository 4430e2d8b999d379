package org.freihafen.signin;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Accounts;
import org.freihafen.accounts.Username;
import org.freihafen.directory.Passwords;
import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.TargetUnavailable;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Signs people in by login name and password, as the directory knows them. Failures are slowed per
 * address and per login name. Who signed in from an address before is not slowed there by what
 * others do to their login name. A failure takes the same time, whatever its cause.
 */
@Singleton
public class SigningIn {
    private static final int FREE_PER_LOGIN = 5;
    private static final int FREE_PER_ADDRESS = 20;
    private static final int REMEMBERED = 20_000;
    private static final Duration FAILURE_TAKES = Duration.ofMillis(300);

    private final Passwords passwords;
    private final Accounts accounts;
    private final boolean sandbox;
    private final Throttle byLogin;
    private final Throttle byAddress;
    private final Familiar familiar = new Familiar(REMEMBERED);
    private final LongSupplier nanoTime;
    private final Consumer<Duration> pause;

    @Inject
    public SigningIn(
            Passwords passwords,
            Accounts accounts,
            Clock clock,
            @ConfigProperty(name = "freihafen.sandbox") boolean sandbox) {
        this(passwords, accounts, clock, sandbox, System::nanoTime, SigningIn::sleep);
    }

    SigningIn(
            Passwords passwords,
            Accounts accounts,
            Clock clock,
            boolean sandbox,
            LongSupplier nanoTime,
            Consumer<Duration> pause) {
        this.passwords = passwords;
        this.accounts = accounts;
        this.sandbox = sandbox;
        this.nanoTime = nanoTime;
        this.pause = pause;
        byLogin = new Throttle(clock, FREE_PER_LOGIN, REMEMBERED);
        byAddress = new Throttle(clock, FREE_PER_ADDRESS, REMEMBERED);
    }

    /** Signs in whoever gives this name and password from this address. */
    public SignIn signIn(String writtenLogin, String password, String address) {
        String login = writtenLogin.strip().toLowerCase(Locale.ROOT);
        Duration addressWait = byAddress.attempt(address);
        if (addressWait.isPositive()) {
            return new SignIn.Slowed(addressWait);
        }
        boolean known = familiar.knows(login, address);
        Duration loginWait = known ? Duration.ZERO : byLogin.attempt(login);
        if (loginWait.isPositive()) {
            return new SignIn.Slowed(loginWait);
        }
        SignIn came = ask(login, password);
        switch (came) {
            case SignIn.Welcome _ -> {
                byAddress.takeBack(address);
                byLogin.forgive(login);
                familiar.welcome(login, address);
            }
            case SignIn.Unreachable _ -> {
                byAddress.takeBack(address);
                byLogin.takeBack(login);
            }
            case SignIn.Wrong _, SignIn.Slowed _ -> familiar.forget(login, address);
        }
        return came;
    }

    private SignIn ask(String login, String password) {
        long began = nanoTime.getAsLong();
        try {
            Optional<PersonId> person =
                    Username.allowed(login)
                            ? passwords.authenticate(login, password).filter(this::usable)
                            : Optional.empty();
            if (person.isPresent()) {
                return new SignIn.Welcome(person.get());
            }
        } catch (TargetUnavailable e) {
            return new SignIn.Unreachable(String.valueOf(e.getMessage()));
        }
        pause.accept(FAILURE_TAKES.minusNanos(nanoTime.getAsLong() - began));
        return new SignIn.Wrong();
    }

    /** Whether somebody who came in before may stay. */
    public boolean usable(PersonId person) {
        return accounts.byId(person).filter(this::usable).isPresent();
    }

    private boolean usable(Account account) {
        return account.usable() && (sandbox || !account.sandbox());
    }

    private static void sleep(Duration rest) {
        if (rest.isPositive()) {
            try {
                Thread.sleep(rest);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
