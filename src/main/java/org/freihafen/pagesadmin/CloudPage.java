package org.freihafen.pagesadmin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.access.Action;
import org.freihafen.pages.Asked;
import org.freihafen.pages.NotThere;
import org.freihafen.pages.Once;
import org.freihafen.pages.Visitor;
import org.freihafen.policy.Check;
import org.freihafen.policy.Inspection;
import org.freihafen.runs.Inspecting;
import org.freihafen.runs.Operating;

import java.util.List;
import java.util.Optional;

/** How one file cloud is set up: what shows that it is wrong, what shows nothing, what is well. */
@Named
@RequestScoped
public class CloudPage {
    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private Operating operating;
    @Inject private Inspecting inspecting;

    private final Once<Optional<Inspection>> inspection = new Once<>();

    /**
     * The name that was asked for.
     *
     * @throws NotThere if no target is called so
     */
    public String name() {
        String name = asked.text("name");
        if (operating.targets(visitor.actor()).stream()
                .noneMatch(target -> target.name().equals(name))) {
            throw new NotThere();
        }
        return name;
    }

    /** Whether the visitor may link what stood in it before. */
    public boolean mayLink() {
        return asked.mayEverywhere(Action.RUN_TARGETS);
    }

    private Optional<Inspection> inspection() {
        return inspection.get(() -> inspecting.inspection(visitor.actor(), name()));
    }

    /** Whether a run has looked at it already. */
    public boolean looked() {
        return inspection().isPresent();
    }

    public Inspection seen() {
        return inspection().orElseThrow(NotThere::new);
    }

    public boolean internal() {
        return inspection().filter(Inspection::internal).isPresent();
    }

    public List<Check> broken() {
        return in(Check.State.BROKEN);
    }

    public List<Check> unverified() {
        return in(Check.State.UNVERIFIED);
    }

    public List<Check> met() {
        return in(Check.State.MET);
    }

    private List<Check> in(Check.State state) {
        return inspection().map(seen -> seen.in(state)).orElse(List.of());
    }

    /** How many alarms there are in a target; none in the directory. */
    public int alarms(String target) {
        return inspecting
                .inspection(visitor.actor(), target)
                .map(seen -> seen.alarms().size())
                .orElse(0);
    }

    /** Whether a target is a cloud that was looked at. */
    public boolean isCloud(String target) {
        return inspecting.inspection(visitor.actor(), target).isPresent();
    }
}
