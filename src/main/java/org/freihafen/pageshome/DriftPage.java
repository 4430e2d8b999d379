package org.freihafen.pageshome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.access.Action;
import org.freihafen.access.Denied;
import org.freihafen.drift.DecidingDrift;
import org.freihafen.drift.SeeingDrift;
import org.freihafen.drift.SeeingDrift.Shown;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Notices;
import org.freihafen.pages.Once;
import org.freihafen.pages.Visitor;
import org.freihafen.structure.Unit;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/** What was done by hand in a group's folders, and what those who lead it say of it. */
@Named
@RequestScoped
public class DriftPage {
    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private Notices notices;
    @Inject private DriftLines driftLines;
    @Inject private SeeingDrift seeing;
    @Inject private DecidingDrift deciding;

    private final Once<List<Shown>> found = new Once<>();

    public Unit unit() {
        if (!asked.may(Action.SEE_DRIFT)) {
            throw new Denied(Action.SEE_DRIFT);
        }
        return asked.unit();
    }

    /** Whether the visitor asks for one group. */
    public boolean one() {
        return !asked.text("key").isEmpty();
    }

    public List<DriftLines.Line> open() {
        return lines(true);
    }

    public List<DriftLines.Line> answered() {
        return lines(false);
    }

    private List<DriftLines.Line> lines(boolean open) {
        List<Shown> all = found.get(() -> seeing.in(visitor.actor(), unit().id()));
        return driftLines.of(all.stream().filter(shown -> shown.drift().open() == open).toList());
    }

    public @Nullable String adopt() {
        return notices.said(
                deciding.adopt(
                        visitor.actor(), asked.id("drift", UUID::fromString), asked.text("reason")),
                back(),
                "drift.adopted");
    }

    public @Nullable String repair() {
        return notices.said(
                deciding.repair(visitor.actor(), asked.id("drift", UUID::fromString)),
                back(),
                "drift.repaired");
    }

    private String back() {
        return "/drift?faces-redirect=true&key=" + unit().key();
    }
}
