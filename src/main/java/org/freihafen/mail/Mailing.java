package org.freihafen.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Puts letters down for the use cases, in their transaction; they go out once it committed. */
@Dependent
public class Mailing {
    private final Outbox outbox;
    private final PostBell bell;
    private final Ids ids;
    private final InstantSource clock;

    @Inject
    public Mailing(Outbox outbox, PostBell bell, Ids ids, InstantSource clock) {
        this.outbox = outbox;
        this.bell = bell;
        this.ids = ids;
        this.clock = clock;
    }

    public void tell(PersonId person, Template template, String... facts) {
        tell(new Addressee.ToPerson(person), template, facts);
    }

    public void tell(Addressee to, Template template, String... facts) {
        put(new Letter(ids.next(), to, template, List.of(facts), Optional.empty()));
    }

    /** An id for a letter whose secret is wanted before it is put down. */
    public UUID nextId() {
        return ids.next();
    }

    public void put(Letter letter) {
        outbox.add(List.of(Posted.fresh(letter, clock.instant())));
        bell.ring();
    }
}
