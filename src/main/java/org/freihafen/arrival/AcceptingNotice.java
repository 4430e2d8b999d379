package org.freihafen.arrival;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.access.Refusal.Rule;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.ids.PersonId;

import java.time.InstantSource;

/** Whoever accepted an earlier version of the notice is asked again before they go on. */
@Dependent
@Transactional
public class AcceptingNotice {
    private final Acceptances acceptances;
    private final Notice notice;
    private final Trail trail;
    private final InstantSource clock;

    @Inject
    public AcceptingNotice(
            Acceptances acceptances, Notice notice, Trail trail, InstantSource clock) {
        this.acceptances = acceptances;
        this.notice = notice;
        this.trail = trail;
        this.clock = clock;
    }

    /** Whether the notice has changed since the person accepted it. */
    public boolean pending(PersonId person) {
        return acceptances
                .of(person)
                .filter(version -> !version.equals(notice.version()))
                .isPresent();
    }

    public Decision<String> accept(PersonId person, String version) {
        if (!version.equals(notice.version())) {
            return Decision.refused(Refusal.by(Rule.NOTICE_NOT_ACCEPTED, notice.version()));
        }
        acceptances.accept(person, version, clock.instant());
        trail.append(
                AuditEntry.of(Actor.of(person), "notice.accepted", person.value())
                        .because(version));
        return Decision.done(version);
    }
}
