package org.freihafen.reconcile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reconciles a shelf with words that a test sets. Even places are lasting if the test says so. */
public final class Shelving implements Reconciliation<Integer, String> {
    private final Shelf shelf;
    private final boolean evenLasts;
    private final State<Integer, String> desired;
    private final Set<String> reserved = new HashSet<>();
    private volatile boolean broken;

    public Shelving(Shelf shelf, State<Integer, String> desired, boolean evenLasts) {
        this.shelf = shelf;
        this.desired = desired;
        this.evenLasts = evenLasts;
    }

    /** Makes the desired state fail as a bug or a broken database would. */
    public void breakDown(boolean now) {
        broken = now;
    }

    @Override
    public String name() {
        return "shelf";
    }

    @Override
    public Target<Integer, String> target() {
        return shelf;
    }

    @Override
    public Marked mark() {
        return shelf;
    }

    @Override
    public State<Integer, String> desired(Scope<Integer> scope) {
        if (broken) {
            throw new IllegalStateException("the database is away");
        }
        return desired.within(scope);
    }

    @Override
    public List<Loss> losses(Plan<Integer, String> plan, State<Integer, String> observed) {
        List<Loss> losses = new ArrayList<>();
        int deleted = (int) plan.changes().stream().filter(c -> c instanceof Change.Delete).count();
        if (deleted > 0) {
            losses.add(new Loss("words", "", deleted, observed.size()));
        }
        return losses;
    }

    @Override
    public boolean lasting(Integer key) {
        return evenLasts && key % 2 == 0;
    }

    @Override
    public Scope<Integer> touchedBy(Touched touched) {
        return Scope.only(Set.of(touched.people().size()));
    }

    @Override
    public Saying describe(Change<Integer, String> change) {
        return Saying.of("literally", change);
    }

    @Override
    public Finding finding(Integer key, String observed) {
        return Finding.because(
                Saying.of("literally", "place " + key), Saying.of("literally", "Nobody knows it."));
    }

    @Override
    public void reserve(State<Integer, String> unexplained) {
        unexplained.forEach((_, word) -> reserved.add(word));
    }

    /** The words that nobody else may get any more. */
    public Set<String> reserved() {
        return Set.copyOf(reserved);
    }
}
