package org.freihafen.mail.smtp;

import jakarta.mail.MessagingException;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a mail server answered, as the first three digits of its answer. */
final class ReturnCode {
    private static final Pattern ANSWER = Pattern.compile("^([45][0-9]{2})[ -]");

    private ReturnCode() {}

    /** 0 if it did not say. */
    static int of(MessagingException failure) {
        Matcher answer = ANSWER.matcher(String.valueOf(failure.getMessage()));
        return answer.find() ? Integer.parseInt(answer.group(1)) : 0;
    }
}
