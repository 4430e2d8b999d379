package org.freihafen.mail.smtp;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freihafen.mail.smtp.MailSettings.Login;
import org.freihafen.mail.smtp.MailSettings.Privacy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code mail.*}; a wrong setting stops the start. */
@ApplicationScoped
class SmtpConfig {
    @Inject
    @ConfigProperty(name = "mail.host")
    private Optional<String> host;

    @Inject
    @ConfigProperty(name = "mail.port")
    private int port;

    @Inject
    @ConfigProperty(name = "mail.security")
    private String security;

    @Inject
    @ConfigProperty(name = "mail.user")
    private Optional<String> user;

    @Inject
    @ConfigProperty(name = "mail.password")
    private Optional<String> password;

    @Inject
    @ConfigProperty(name = "mail.trust")
    private Optional<String> trust;

    @Inject
    @ConfigProperty(name = "mail.from")
    private String from;

    @Inject
    @ConfigProperty(name = "mail.timeout-seconds")
    private int timeoutSeconds;

    @Inject
    @ConfigProperty(name = "mail.folder")
    private Optional<String> folder;

    void check(@Observes @Priority(2) Startup startup) {
        settings();
    }

    @Produces
    @Singleton
    MailSettings settings() {
        return new MailSettings(
                host,
                port,
                privacy(security),
                user.map(name -> new Login(name, password.orElse(""))),
                trust.map(Path::of),
                from,
                Duration.ofSeconds(timeoutSeconds),
                folder.map(Path::of));
    }

    private static Privacy privacy(String word) {
        return Arrays.stream(Privacy.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "mail.security is '" + word + "'; write starttls, tls or none."));
    }
}
