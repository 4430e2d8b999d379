package org.freihafen.directory;

import org.freihafen.ids.PersonId;
import org.freihafen.reconcile.Saying;
import org.freihafen.reconcile.TargetUnavailable;

import java.util.Optional;

/** The one door to people's passwords, which live in the directory and nowhere else. */
public interface Passwords {
    /**
     * Sets it by the Password Modify operation (RFC 3062), over TLS or loopback.
     *
     * @return why the directory refused it, such as its password policy; empty if it is set
     * @throws TargetUnavailable if the directory could not be asked
     */
    Optional<Saying> set(PersonId person, String password) throws TargetUnavailable;

    /**
     * Who signs in with this login name and password; empty if that is nobody, the password is
     * wrong or the account is suspended. An empty password is always wrong (RFC 4513, section
     * 5.1.2).
     *
     * @throws TargetUnavailable if the directory could not be asked
     */
    Optional<PersonId> authenticate(String username, String password) throws TargetUnavailable;
}
