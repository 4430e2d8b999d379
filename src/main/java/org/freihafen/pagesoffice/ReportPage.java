package org.freihafen.pagesoffice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.access.Action;
import org.freihafen.access.Denied;
import org.freihafen.pages.Asked;
import org.freihafen.pages.NotThere;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.Speaking;
import org.freihafen.pages.Visitor;
import org.freihafen.reports.Overview;
import org.freihafen.reports.Overview.Point;
import org.freihafen.reports.ReadingReports;
import org.freihafen.reports.ShownTable;
import org.freihafen.structure.Unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** A branch in numbers, drawn and as tables. */
@Named
@RequestScoped
public class ReportPage {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 200;

    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private PageWords words;
    @Inject private Speaking speaking;
    @Inject private ReadingReports reading;

    private final Once<Overview> overview = new Once<>();

    /** A bar of a drawing, with what it stands for. */
    public record Bar(String label, String value, int x, int y, int width, int height) {
        public int middle() {
            return x + width / 2;
        }
    }

    /** Whether there are numbers for the visitor. */
    public boolean open() {
        return asked.mayEverywhere(Action.SEE_REPORTS) || speaking.forSome();
    }

    public Unit unit() {
        if (!asked.text("key").isEmpty()) {
            return asked.unit();
        }
        return asked.mayEverywhere(Action.SEE_REPORTS)
                ? asked.structure().root().orElseThrow(NotThere::new)
                : speaking.branches().stream()
                        .findFirst()
                        .orElseThrow(() -> new Denied(Action.SEE_REPORTS));
    }

    public Overview overview() {
        return overview.get(() -> reading.read(visitor.actor(), unit()));
    }

    /** The branches right below that have numbers of their own. */
    public List<Unit> below() {
        return asked.structure().children(overview().unit().id()).stream()
                .filter(unit -> unit.kind().byRegister() && !unit.ended())
                .toList();
    }

    /** Where to go up to, if the visitor may. */
    public Optional<Unit> above() {
        return overview()
                .unit()
                .parent()
                .flatMap(asked.structure()::byId)
                .filter(unit -> Action.SEE_REPORTS.allowedTo(asked.standings(unit.id())));
    }

    public List<Bar> months() {
        List<Point> points = overview().people();
        return bars(
                points.stream().map(point -> words.month(point.day())).toList(),
                points.stream().map(point -> OptionalInt.of(point.people())).toList());
    }

    public List<Bar> ages() {
        return overview().ages().map(this::sums).orElse(List.of());
    }

    private List<Bar> sums(ShownTable table) {
        return bars(
                table.columns().stream().map(band -> words.say("age." + band)).toList(),
                table.sums().counts().stream()
                        .map(count -> count.map(OptionalInt::of).orElse(OptionalInt.empty()))
                        .toList());
    }

    private List<Bar> bars(List<String> labels, List<OptionalInt> values) {
        int most = values.stream().mapToInt(value -> value.orElse(0)).max().orElse(0);
        int place = WIDTH / Math.max(1, values.size());
        List<Bar> bars = new ArrayList<>();
        IntStream.range(0, values.size())
                .forEach(i -> {
                    int height =
                            most == 0 ? 0 : (int) ((long) HEIGHT * values.get(i).orElse(0) / most);
                    int width = Math.max(2, Math.min(place * 3 / 4, 56));
                    bars.add(
                            new Bar(
                                    labels.get(i),
                                    shown(values.get(i)),
                                    i * place + (place - width) / 2,
                                    24 + HEIGHT - height,
                                    width,
                                    height));
                });
        return bars;
    }

    /** What a dash stands for, for those who only hear it. */
    public String heard(Optional<Integer> count) {
        return count.isPresent() ? "" : words.say("report.hidden.heard");
    }

    private String shown(OptionalInt value) {
        return value.isPresent()
                ? words.say("number", value.getAsInt())
                : words.say("report.hidden");
    }

    /** A count, or that it is hidden. */
    public String count(Optional<Integer> count) {
        return count.map(number -> words.say("number", number)).orElse(words.say("report.hidden"));
    }
}
