package org.freihafen.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import jakarta.mail.internet.MimeMessage;

import org.freihafen.mail.Envelope;
import org.freihafen.mail.Posted.Trouble;
import org.freihafen.mail.Postman;
import org.freihafen.mail.smtp.MailSettings.Login;
import org.freihafen.mail.smtp.MailSettings.Privacy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/** Against a real mail server. */
class SmtpPostmanTest {
    private static final InstantSource NOON =
            InstantSource.fixed(Instant.parse("2026-10-01T12:00:00Z"));
    private static final Envelope LETTER =
            new Envelope(
                    new UUID(7, 9),
                    "rosa@example.org",
                    Locale.GERMAN,
                    "Grüße aus Köln – „Freigabe“",
                    "Guten Tag Rosa Weiß,\n\nÄÖÜ ß €\n.\nnoch da\n");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

    @AfterEach
    void stop() {
        server.stop();
    }

    private MailSettings settings(Optional<Login> login) {
        return new MailSettings(
                Optional.of("127.0.0.1"),
                server.getSmtp().getPort(),
                Privacy.NONE,
                login,
                Optional.empty(),
                "freihafen@example.org",
                Duration.ofSeconds(5),
                Optional.empty());
    }

    @Test
    void a_letter_arrives_with_all_its_letters_and_the_same_number_each_time() throws Exception {
        server.start();
        SmtpPostman postman = new SmtpPostman(settings(Optional.empty()), NOON);

        postman.deliver(LETTER);
        postman.deliver(LETTER);

        MimeMessage[] arrived = server.getReceivedMessages();
        assertThat(arrived).hasSize(2);
        assertThat(arrived[0].getSubject()).isEqualTo(LETTER.subject());
        assertThat(arrived[0].getContent().toString().replace("\r\n", "\n").stripTrailing())
                .isEqualTo(LETTER.text().stripTrailing());
        assertThat(arrived[0].getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("rosa@example.org");
        assertThat(arrived[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(arrived[0].getMessageID()).isEqualTo(arrived[1].getMessageID());
        assertThat(arrived[0].getMessageID()).isEqualTo("<" + LETTER.id() + "@example.org>");
    }

    @Test
    void a_mail_server_that_asks_who_we_are_is_told_and_a_wrong_password_is_named()
            throws Exception {
        server.start();
        GreenMailUser user = server.setUser("freihafen@example.org", "freihafen", "right");
        assertThat(user).isNotNull();
        new SmtpPostman(settings(Optional.of(new Login("freihafen", "right"))), NOON)
                .deliver(LETTER);
        assertThat(server.getReceivedMessages()).hasSize(1);

        SmtpPostman wrong =
                new SmtpPostman(settings(Optional.of(new Login("freihafen", "wrong"))), NOON);
        assertThat(trouble(wrong)).isEqualTo(Trouble.NOT_LET_IN);
    }

    @Test
    void a_mail_server_that_is_away_puts_the_letter_off() {
        server.start();
        SmtpPostman postman = new SmtpPostman(settings(Optional.empty()), NOON);
        server.stop();
        assertThat(trouble(postman)).isEqualTo(Trouble.UNREACHABLE);
    }

    @Test
    void without_a_mail_server_letters_lie_in_a_folder_or_wait(@TempDir Path folder)
            throws Exception {
        new SmtpPostman(nowhere(Optional.of(folder.resolve("letters"))), NOON).deliver(LETTER);
        Path file = folder.resolve("letters").resolve(LETTER.id() + ".eml");
        try (InputStream content = Files.newInputStream(file)) {
            MimeMessage message =
                    new MimeMessage(jakarta.mail.Session.getInstance(new Properties()), content);
            assertThat(message.getSubject()).isEqualTo(LETTER.subject());
        }
        assertThat(trouble(new SmtpPostman(nowhere(Optional.empty()), NOON)))
                .isEqualTo(Trouble.NO_MAIL_SERVER);
    }

    private static MailSettings nowhere(Optional<Path> folder) {
        return new MailSettings(
                Optional.empty(),
                587,
                Privacy.STARTTLS,
                Optional.empty(),
                Optional.empty(),
                "freihafen@example.org",
                Duration.ofSeconds(5),
                folder);
    }

    @Test
    void letters_never_cross_a_network_in_the_open() {
        assertThatThrownBy(() ->
                        new MailSettings(
                                Optional.of("192.0.2.1"),
                                25,
                                Privacy.NONE,
                                Optional.empty(),
                                Optional.empty(),
                                "freihafen@example.org",
                                Duration.ofSeconds(5),
                                Optional.empty()))
                .hasMessageContaining("starttls");
    }

    @Test
    void a_mail_server_without_tls_is_not_spoken_to_where_tls_is_asked_for() throws IOException {
        server.start();
        MailSettings plain = settings(Optional.empty());
        MailSettings strict =
                new MailSettings(
                        plain.host(),
                        plain.port(),
                        Privacy.TLS,
                        plain.login(),
                        plain.trust(),
                        plain.from(),
                        plain.timeout(),
                        plain.folder());
        assertThat(trouble(new SmtpPostman(strict, NOON))).isEqualTo(Trouble.UNREACHABLE);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    private static Trouble trouble(Postman postman) {
        try {
            postman.deliver(LETTER);
            throw new AssertionError("it was delivered");
        } catch (Postman.Undelivered e) {
            return e.trouble();
        }
    }
}
