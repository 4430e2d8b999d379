package org.freihafen.directory.ldap;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Reads {@code ldap.*}. */
@Dependent
class LdapConfiguration {

    @Produces
    @Singleton
    LdapSettings settings(
            @ConfigProperty(name = "ldap.url") String url,
            @ConfigProperty(name = "ldap.starttls") boolean startTls,
            @ConfigProperty(name = "ldap.trust") Optional<String> trust,
            @ConfigProperty(name = "ldap.people") String people,
            @ConfigProperty(name = "ldap.groups") String groups,
            @ConfigProperty(name = "ldap.instance") String instance,
            @ConfigProperty(name = "ldap.bind-dn") String bindDn,
            @ConfigProperty(name = "ldap.password") Optional<String> password,
            @ConfigProperty(name = "ldap.adopt-by") String adoptBy,
            @ConfigProperty(name = "ldap.connections") int connections,
            @ConfigProperty(name = "ldap.window") int window,
            @ConfigProperty(name = "ldap.timeout-seconds") int timeoutSeconds) {
        return new LdapSettings(
                LdapSettings.Server.of(url, startTls),
                trust.map(Path::of),
                people,
                groups,
                instance,
                bindDn,
                password.orElse(""),
                adoptBy,
                connections,
                window,
                Duration.ofSeconds(timeoutSeconds));
    }
}
