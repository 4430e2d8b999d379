package org.freihafen.pagesadmin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.access.Action;
import org.freihafen.access.Decision;
import org.freihafen.access.Refusal;
import org.freihafen.ids.RunId;
import org.freihafen.pages.Asked;
import org.freihafen.pages.NotThere;
import org.freihafen.pages.Notices;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.Visitor;
import org.freihafen.runs.Operating;
import org.freihafen.runs.Run;
import org.freihafen.runs.RunLine;
import org.freihafen.words.RunTexts;
import org.jspecify.annotations.Nullable;

import java.util.List;

/** How the directory and the file clouds fare; a run, its plan, and the word that lets it go. */
@Named
@RequestScoped
public class RunsPage {
    private static final int LINES = 100;

    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private PageWords words;
    @Inject private Notices notices;
    @Inject private Operating operating;
    @Inject private RunTexts texts;

    private final Once<List<Operating.TargetState>> targets = new Once<>();
    private final Once<Run> run = new Once<>();
    private final Once<List<RunLine>> lines = new Once<>();

    public List<Operating.TargetState> targets() {
        return targets.get(this::findTargets);
    }

    private List<Operating.TargetState> findTargets() {
        return operating.targets(visitor.actor());
    }

    /** What a target is called here. */
    public String target(String name) {
        return words.has("target." + name)
                ? words.say("target." + name)
                : words.say("target", name);
    }

    /** Whether anything is under way. */
    public boolean busy() {
        return targets().stream()
                .flatMap(target -> target.latest().stream())
                .anyMatch(run -> !run.phase().over());
    }

    public boolean mayRun() {
        return asked.mayEverywhere(Action.RUN_TARGETS);
    }

    public Run run() {
        return run.get(this::findRun);
    }

    private Run findRun() {
        return operating.run(visitor.actor(), asked.id("id", RunId::of)).orElseThrow(NotThere::new);
    }

    /** How far the run is, in quarters: often enough to be read aloud. */
    public int quarter() {
        Run.Counts counts = run().counts();
        return counts.planned() == 0 ? 0 : 25 * (4 * counts.settled() / counts.planned());
    }

    /** What the run's message is about: what is held, what comes by itself, what failed. */
    public String messageTone() {
        return switch (run().phase()) {
            case HELD -> "HELD";
            case POSTPONED -> "POSTPONED";
            case WAITING, OBSERVING, APPLYING, DONE, PLANNED, FAILED, INTERRUPTED -> "FAILED";
        };
    }

    /** Whether the run's plan waits for the word of whoever looks at it. */
    public boolean waits() {
        return run().phase() == Run.Phase.HELD
                && !run().losses().isEmpty()
                && mayRun()
                && !overtaken(run());
    }

    /** Whether a run is held whose plan is not the target's any more. */
    public boolean overtaken(Run run) {
        return run.phase() == Run.Phase.HELD
                && targets().stream()
                        .flatMap(target -> target.held().stream())
                        .noneMatch(held ->
                                held.target().equals(run.target())
                                        && held.hash().equals(run.hash()));
    }

    /** What the run is at, as its words' key says it. */
    public String phase(Run run) {
        return overtaken(run) ? "OVERTAKEN" : run.phase().name();
    }

    public List<RunLine> lines() {
        return lines.get(this::findLines);
    }

    private List<RunLine> findLines() {
        return texts.of(
                visitor.actor(), operating.lines(visitor.actor(), run().id(), after(), LINES));
    }

    public int after() {
        String text = asked.text("after");
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }

    /** The number after which the next page of lines begins; 0 on the last page. */
    public int next() {
        List<RunLine> shown = lines();
        return shown.size() < LINES ? 0 : shown.getLast().number();
    }

    public @Nullable String start() {
        return queued(operating.start(visitor.actor(), asked.text("target"), false), "run.asked");
    }

    public @Nullable String dryRun() {
        return queued(operating.start(visitor.actor(), asked.text("target"), true), "run.dry");
    }

    public @Nullable String approve() {
        return queued(
                operating.approve(visitor.actor(), run().id(), asked.text("hash")), "run.approved");
    }

    private @Nullable String queued(Decision<RunId> decision, String key) {
        return switch (decision) {
            case Decision.Done<RunId>(RunId id) ->
                    notices.done("/run?faces-redirect=true&id=" + id, key);
            case Decision.Refused<RunId>(Refusal why) -> notices.refused(why);
        };
    }
}
