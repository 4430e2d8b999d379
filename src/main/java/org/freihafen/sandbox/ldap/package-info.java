/**
 * The embedded directory: UnboundID's in-memory server on loopback, with the rules of access that
 * {@code ldap-schema/} gives real servers, kept in an LDIF file and a log of changes.
 */
@NullMarked
package org.freihafen.sandbox.ldap;

import org.jspecify.annotations.NullMarked;
