package org.freihafen.runs;

import jakarta.enterprise.context.Dependent;
import jakarta.transaction.Transactional;

import java.util.function.Supplier;

/**
 * Goes to the database in one transaction, so that streams stay open and all parts fit together.
 */
@Dependent
public class Reading {
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public <T> T read(Supplier<T> reading) {
        return reading.get();
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void run(Runnable work) {
        work.run();
    }
}
