package org.freihafen.sandbox.ldap;

import com.unboundid.ldap.sdk.DN;

/** Who is bound to a connection. */
sealed interface Viewer {
    record Nobody() implements Viewer {}

    /** Freihafen itself. */
    record Writer() implements Viewer {}

    /** A program that reads what carries the name of its service, such as {@code working}. */
    record Cloud(String service) implements Viewer {}

    record Person(DN dn) implements Viewer {}
}
