package org.freihafen.mail.smtp;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.freihafen.mail.Envelope;
import org.freihafen.mail.Posted.Trouble;
import org.freihafen.mail.Postman;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Date;

/** Sends by SMTP; without a mail server it leaves letters as files, if it was told where. */
@Singleton
public class SmtpPostman implements Postman {
    private static final int PERMANENT = 500;

    private final MailSettings settings;
    private final InstantSource clock;

    @Inject
    public SmtpPostman(MailSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void deliver(Envelope envelope) throws Undelivered {
        if (settings.host().isPresent()) {
            send(envelope, settings.host().get());
        } else if (settings.folder().isPresent()) {
            lay(envelope, settings.folder().get());
        } else {
            throw new Undelivered(Trouble.NO_MAIL_SERVER);
        }
    }

    private void send(Envelope envelope, String host) throws Undelivered {
        Session session = Session.getInstance(SmtpProperties.of(settings, host));
        try (Transport transport = session.getTransport()) {
            MimeMessage message = message(session, envelope);
            if (settings.login().isPresent()) {
                MailSettings.Login login = settings.login().get();
                transport.connect(login.user(), login.password());
            } else {
                transport.connect();
            }
            transport.sendMessage(message, message.getAllRecipients());
        } catch (AuthenticationFailedException e) {
            throw new Undelivered(Trouble.NOT_LET_IN);
        } catch (SendFailedException e) {
            throw new Undelivered(refusal(e));
        } catch (MessagingException e) {
            throw new Undelivered(Trouble.UNREACHABLE);
        }
    }

    /** RFC 5321, section 4.2.1: 5yz is for good, 4yz for now. */
    private static Trouble refusal(SendFailedException failure) {
        for (Exception e = failure;
                e instanceof MessagingException mail;
                e = mail.getNextException()) {
            if (ReturnCode.of(mail) >= PERMANENT) {
                return Trouble.REFUSED;
            }
        }
        return Trouble.PUT_OFF;
    }

    private MimeMessage message(Session session, Envelope envelope) throws MessagingException {
        MimeMessage message = new Numbered(session, number(envelope));
        message.setFrom(new InternetAddress(settings.from(), true));
        message.setRecipient(
                Message.RecipientType.TO, new InternetAddress(envelope.address(), true));
        message.setSubject(envelope.subject(), "UTF-8");
        message.setText(envelope.text(), "UTF-8");
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Content-Language", envelope.language().getLanguage());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    /** The same for every attempt, so that one that comes twice is known. */
    private String number(Envelope envelope) {
        String from = settings.from();
        return "<" + envelope.id() + from.substring(from.lastIndexOf('@')) + ">";
    }

    private void lay(Envelope envelope, Path folder) throws Undelivered {
        Session session = Session.getInstance(SmtpProperties.none());
        try {
            Files.createDirectories(folder);
            Path draft = folder.resolve(envelope.id() + ".draft");
            try (OutputStream file = Files.newOutputStream(draft)) {
                message(session, envelope).writeTo(file);
            }
            Files.move(
                    draft, folder.resolve(envelope.id() + ".eml"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | MessagingException e) {
            throw new Undelivered(Trouble.UNREACHABLE);
        }
    }

    /** Keeps the number that it was given, where Jakarta Mail makes a new one at each saving. */
    private static final class Numbered extends MimeMessage {
        private final String number;

        private Numbered(Session session, String number) {
            super(session);
            this.number = number;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", number);
        }
    }
}
