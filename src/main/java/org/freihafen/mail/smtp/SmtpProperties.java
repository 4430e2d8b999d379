package org.freihafen.mail.smtp;

import org.freihafen.mail.smtp.MailSettings.Privacy;

import java.util.Properties;

import javax.net.ssl.SSLSocketFactory;

/** What Jakarta Mail wants to know of a mail server. */
final class SmtpProperties {
    private SmtpProperties() {}

    static Properties none() {
        Properties properties = new Properties();
        properties.put("mail.mime.charset", "UTF-8");
        return properties;
    }

    static Properties of(MailSettings settings, String host) {
        boolean tls = settings.privacy() == Privacy.TLS;
        boolean startTls = settings.privacy() == Privacy.STARTTLS;
        String patience = Long.toString(settings.timeout().toMillis());
        Properties properties = none();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", host);
        properties.put("mail.smtp.port", Integer.toString(settings.port()));
        properties.put("mail.smtp.auth", Boolean.toString(settings.login().isPresent()));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(tls));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.starttls.enable", Boolean.toString(startTls));
        properties.put("mail.smtp.starttls.required", Boolean.toString(startTls));
        properties.put("mail.smtp.connectiontimeout", patience);
        properties.put("mail.smtp.timeout", patience);
        properties.put("mail.smtp.writetimeout", patience);
        properties.put("mail.smtp.from", settings.from());
        settings.trust()
                .ifPresent(file -> {
                    SSLSocketFactory trusting = Trust.of(file);
                    properties.put("mail.smtp.ssl.socketFactory", trusting);
                });
        return properties;
    }
}
