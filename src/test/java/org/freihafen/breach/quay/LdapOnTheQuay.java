package org.freihafen.breach.quay;

import com.unboundid.ldap.sdk.DN;

record LdapOnTheQuay(DN name) {}
