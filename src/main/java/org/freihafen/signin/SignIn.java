package org.freihafen.signin;

import org.freihafen.ids.PersonId;

import java.time.Duration;

/** What came of an attempt to sign in. */
public sealed interface SignIn {
    record Welcome(PersonId person) implements SignIn {}

    /** Name or password is wrong, or the account cannot be used: nobody is told which. */
    record Wrong() implements SignIn {}

    /** Too many failures, from here or for this login name. The password was not looked at. */
    record Slowed(Duration pause) implements SignIn {}

    /** The directory could not be asked, so that nothing is known about the password. */
    record Unreachable(String why) implements SignIn {}
}
