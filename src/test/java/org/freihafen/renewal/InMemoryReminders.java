package org.freihafen.renewal;

import org.freihafen.ids.GrantId;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** Reminders for tests; keeps {@link RemindersContract}. */
public final class InMemoryReminders implements Reminders {
    private record Noted(GrantId grant, LocalDate until, int days) {}

    private final Set<Noted> all = new HashSet<>();

    @Override
    public boolean note(GrantId grant, LocalDate until, int days) {
        return all.add(new Noted(grant, until, days));
    }
}
