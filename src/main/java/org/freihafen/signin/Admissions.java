package org.freihafen.signin;

import jakarta.inject.Singleton;

import org.freihafen.ids.PersonId;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Who was let in and need not show themselves again. All that somebody was admitted to ends at
 * once, wherever they are signed in; a new start of the server ends everybody's. Safe for use by
 * several threads.
 */
@Singleton
public class Admissions {
    private final AtomicLong last = new AtomicLong();
    private final Map<PersonId, Long> open = new ConcurrentHashMap<>();

    /** The number by which the person comes in again. */
    public long admit(PersonId person) {
        return open.computeIfAbsent(person, _ -> last.incrementAndGet());
    }

    public boolean holds(PersonId person, long admission) {
        return Long.valueOf(admission).equals(open.get(person));
    }

    public void end(PersonId person) {
        open.remove(person);
    }
}
