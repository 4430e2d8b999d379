package org.freihafen.runs;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Wakes the clouds after a run over the directory, from which they learn people and groups: for
 * what was touched at once, for everything when the directory has caught up with the database, so
 * that no cloud is asked about groups that are still to be made.
 */
final class PassingOn implements Consumer<Order> {
    private final List<Lane> clouds;
    private final BooleanSupplier moreToDo;
    private boolean owesEverything;

    PassingOn(List<Lane> clouds, BooleanSupplier moreToDo) {
        this.clouds = clouds;
        this.moreToDo = moreToDo;
    }

    /**
     * After a plan that was approved as well. One that was only shown passes nothing on but what
     * runs before it still owe.
     */
    @Override
    public void accept(Order done) {
        if (!done.dryRun()) {
            done.touched().ifPresent(touched -> clouds.forEach(cloud -> cloud.touched(touched)));
            owesEverything = owesEverything || done.touched().isEmpty();
        }
        if (owesEverything && !moreToDo.getAsBoolean()) {
            owesEverything = false;
            clouds.forEach(Lane::everything);
        }
    }
}
