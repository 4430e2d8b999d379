package org.freihafen.applying;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.freihafen.enrolment.Roster;
import org.freihafen.enrolment.RosterStep;
import org.freihafen.ids.RosterId;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sees to it that what is approved gets done: at once, and after a crash or a failure again. */
@ApplicationScoped
public class CarryingOn {
    private static final Logger LOG = Logger.getLogger(CarryingOn.class.getName());

    /** What is so small is done before whoever approved it gets the answer. */
    private static final int AT_ONCE = 1000;

    @Inject private CarryingOut carryingOut;
    @Inject private Clock clock;
    @Resource private ManagedScheduledExecutorService timer;

    private final ReentrantLock atWork = new ReentrantLock();

    /** Begins with what was just approved; answers how far it is. */
    public Roster begin(Roster approved) {
        if (approved.stage() != Roster.Stage.APPLYING) {
            return approved;
        }
        if (approved.progress().steps() <= AT_ONCE) {
            return finish(approved.id()).orElse(approved);
        }
        timer.execute(this::look);
        return approved;
    }

    /** Carries it out to its end in this thread. */
    public Optional<Roster> finish(RosterId id) {
        atWork.lock();
        try {
            List<RosterStep> steps = carryingOut.steps(id);
            Pace pace = new Pace();
            Optional<Roster> last = Optional.empty();
            while (true) {
                Instant began = clock.instant();
                Optional<Roster> next = carryingOut.next(id, steps, pace.steps());
                if (next.isEmpty()) {
                    return last;
                }
                pace.took(Duration.between(began, clock.instant()));
                last = next;
            }
        } finally {
            atWork.unlock();
        }
    }

    private void look() {
        try {
            finishAll();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "cannot carry a roster on; trying again in a minute", e);
        }
    }

    /** Carries everything that is approved out to its end in this thread. */
    public void finishAll() {
        carryingOut.unfinished().forEach(roster -> finish(roster.id()));
    }
}
