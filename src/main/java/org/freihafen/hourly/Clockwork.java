package org.freihafen.hourly;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes every {@link Look} when its time comes. Only then is it made, with all that it needs, so
 * that no start waits for it.
 */
@ApplicationScoped
public class Clockwork {
    private static final Logger LOG = Logger.getLogger(Clockwork.class.getName());

    @Inject @Any private Instance<Look> looks;
    @Resource private ManagedScheduledExecutorService timer;

    private final List<ScheduledFuture<?>> rounds = new ArrayList<>();

    void start(@Observes @Priority(6_000) Startup startup) {
        for (Instance.Handle<Look> look : looks.handles()) {
            Class<?> kind = look.getBean().getBeanClass();
            Every every = Objects.requireNonNull(kind.getAnnotation(Every.class), kind::getName);
            rounds.add(
                    timer.scheduleWithFixedDelay(
                            () -> take(look, every),
                            every.firstAfterSeconds(),
                            TimeUnit.MINUTES.toSeconds(every.minutes()),
                            TimeUnit.SECONDS));
        }
    }

    private static void take(Instance.Handle<Look> look, Every every) {
        try {
            look.get().look();
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    e,
                    () -> every.failing() + "; again in " + every.minutes() + " minutes");
        }
    }

    @PreDestroy
    void stop() {
        rounds.forEach(round -> round.cancel(false));
    }
}
