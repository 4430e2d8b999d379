package org.freihafen.host;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freihafen.signin.Secret;
import org.freihafen.signin.SettingUp;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Says on the console how the first administrator comes in, as long as there is none. The code goes
 * to the console itself, past every log. The sandbox brings an administrator of its own.
 */
@Dependent
public class FirstStart {
    private static final int AFTER_THE_DATABASE = 3000;

    private final SettingUp settingUp;
    private final boolean sandbox;

    @Inject
    public FirstStart(
            SettingUp settingUp, @ConfigProperty(name = "freihafen.sandbox") boolean sandbox) {
        this.settingUp = settingUp;
        this.sandbox = sandbox;
    }

    void say(@Observes @Priority(AFTER_THE_DATABASE) Startup startup) {
        if (!sandbox) {
            settingUp
                    .open()
                    .map(Secret::text)
                    .map(FirstStart::sentence)
                    .ifPresent(FirstStart::print);
        }
    }

    private static String sentence(String code) {
        return "\nNobody administers this Freihafen yet. Open /setup within a week and enter"
                + " this code, which works once:\n\n  "
                + code
                + "\n\n";
    }

    @SuppressWarnings("resource") // the console stays open
    private static void print(String text) {
        try {
            new FileOutputStream(FileDescriptor.out).write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
