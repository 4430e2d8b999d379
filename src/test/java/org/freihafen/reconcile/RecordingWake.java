package org.freihafen.reconcile;

import java.util.ArrayList;
import java.util.List;

/** Remembers what woke the loop. */
public final class RecordingWake implements Wake {
    private final List<Touched> touched = new ArrayList<>();
    private int everything;

    @Override
    public void touched(Touched what) {
        touched.add(what);
    }

    @Override
    public void everything() {
        everything++;
    }

    public List<Touched> heard() {
        return List.copyOf(touched);
    }

    public int fullRuns() {
        return everything;
    }
}
