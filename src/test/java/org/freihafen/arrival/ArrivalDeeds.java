package org.freihafen.arrival;

import org.freihafen.access.Actor;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Deed;
import org.freihafen.audit.Deed.Told;
import org.freihafen.ids.PersonId;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is done while people come in. */
public final class ArrivalDeeds {
    private static final Optional<String> AT_HOME = Optional.of("rosa@example.org");

    private ArrivalDeeds() {}

    public static Stream<Deed> all() {
        return Stream.of(
                deed(
                        "Welcoming.pause",
                        pier -> {
                            pier.welcoming.pause(pier.member);
                            return AuditEntry.of(pier.member, "welcome.paused");
                        }),
                deed(
                        "Welcoming.resume",
                        pier -> {
                            pier.welcoming.resume(pier.member);
                            return AuditEntry.of(pier.member, "welcome.resumed");
                        }),
                deed(
                        "Welcoming.invite",
                        pier -> {
                            PersonId rosa = pier.joiner("rosa", AT_HOME);
                            pier.welcoming.invite(pier.member, rosa);
                            return AuditEntry.of(
                                    pier.member, "person.invited-by-letter", rosa.value());
                        }),
                deed(
                        "Activating.activate",
                        pier -> {
                            PersonId rosa = arrived(pier);
                            return AuditEntry.of(Actor.of(rosa), "account.activated", rosa.value());
                        }),
                deed(
                        "Activating.activate, the notice",
                        pier -> {
                            PersonId rosa = arrived(pier);
                            return AuditEntry.of(Actor.of(rosa), "notice.accepted", rosa.value())
                                    .because("2");
                        }),
                deed(
                        "ForgottenPassword.forgot",
                        pier -> {
                            PersonId rosa = arrived(pier);
                            pier.forgotten.forgot("rosa", "192.0.2.1", Locale.GERMAN);
                            return AuditEntry.of(
                                    new Actor.Host(), "password.forgotten", rosa.value());
                        }));
    }

    private static PersonId arrived(Pier pier) {
        PersonId rosa = pier.joiner("rosa", AT_HOME);
        pier.welcoming.invite(pier.member, rosa);
        pier.activating.activate(
                pier.secretOfLatest(),
                new Activating.Choice("rosa", "Rosa", "vier Wörter ohne Sinn", "2"));
        return rosa;
    }

    private static Deed deed(String useCase, Function<Pier, AuditEntry> deed) {
        return new Deed(
                useCase,
                () -> {
                    Pier pier = new Pier();
                    return new Told(pier.trail, deed.apply(pier));
                });
    }
}
