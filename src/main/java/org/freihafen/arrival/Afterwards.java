package org.freihafen.arrival;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.concurrent.Executor;

/** Does what nobody waits for. */
@ApplicationScoped
public class Afterwards implements Executor {
    @Resource private ManagedExecutorService executor;

    @Override
    public void execute(Runnable work) {
        executor.execute(work);
    }
}
