package org.freihafen.roster;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.freihafen.access.Actor;
import org.freihafen.membership.People;
import org.freihafen.membership.Person;
import org.freihafen.reconcile.Wake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets people leave on the day that a roster announced, without waiting for the next one. Looks at
 * what is, not at what happened, so that a day on which Freihafen stood still is made good.
 */
@Dependent
@Transactional
public class LeavingDue {
    private final People people;
    private final ApplyingRoster applying;
    private final Wake wake;
    private final Clock clock;

    @Inject
    public LeavingDue(People people, ApplyingRoster applying, Wake wake, Clock clock) {
        this.people = people;
        this.applying = applying;
        this.wake = wake;
        this.clock = clock;
    }

    /**
     * Suspends everybody whose day has come.
     *
     * @return how many they were
     */
    public int leave() {
        LocalDate today = LocalDate.now(clock);
        List<Person> due = new ArrayList<>();
        people.forEachFromRegister(person -> {
            if (person.status().present()
                    && person.left().filter(day -> !day.isAfter(today)).isPresent()) {
                due.add(person);
            }
        });
        if (!due.isEmpty()) {
            applying.leave(new Actor.Host(), due, today);
            wake.everything();
        }
        return due.size();
    }
}
