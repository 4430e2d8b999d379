package org.freihafen.web;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.util.StaticUtils;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** Somebody who changes the sandbox's directory with its own tools, past Freihafen. */
public final class HandInTheDirectory {
    private static final String BASE = "dc=example,dc=org";
    private static final String WRITER = "freihafen";

    private HandInTheDirectory() {}

    private static LDAPConnection writer() throws IOException, LDAPException {
        Properties secrets = new Properties();
        Path data = Path.of(System.getProperty("freihafen.data"));
        try (Reader file = Files.newBufferedReader(data.resolve("sandbox/secrets.properties"))) {
            secrets.load(file);
        }
        return new LDAPConnection(
                "127.0.0.1",
                Integer.getInteger("it.ldap.port"),
                "cn=" + WRITER + ",ou=services," + BASE,
                secrets.getProperty(WRITER));
    }

    /** The person bound last at this time. */
    public static void bound(String login, Instant at) throws IOException, LDAPException {
        try (LDAPConnection writer = writer()) {
            SearchResultEntry entry =
                    Objects.requireNonNull(
                            writer.searchForEntry(
                                    "ou=people," + BASE,
                                    SearchScope.ONE,
                                    Filter.createEqualityFilter("uid", login),
                                    "1.1"));
            writer.modify(
                    entry.getDN(),
                    new Modification(
                            ModificationType.REPLACE,
                            "authTimestamp",
                            StaticUtils.encodeGeneralizedTime(Date.from(at))));
        }
    }

    /** Puts so many active people into the group who do not belong to it. */
    public static void addStrangers(String group, int people) throws IOException, LDAPException {
        String dn = "cn=" + group + ",ou=groups," + BASE;
        try (LDAPConnection writer = writer()) {
            SearchResultEntry entry = Objects.requireNonNull(writer.getEntry(dn, "member"));
            List<String> strangers = new ArrayList<>();
            for (SearchResultEntry person :
                    Objects.requireNonNull(
                            writer.search(
                                            "ou=people," + BASE,
                                            SearchScope.ONE,
                                            Filter.createEqualityFilter("fhState", "active"),
                                            "1.1")
                                    .getSearchEntries())) {
                if (strangers.size() < people
                        && !entry.hasAttributeValue("member", person.getDN())) {
                    strangers.add(person.getDN());
                }
            }
            writer.modify(
                    dn,
                    new Modification(
                            ModificationType.ADD, "member", strangers.toArray(String[]::new)));
        }
    }
}
