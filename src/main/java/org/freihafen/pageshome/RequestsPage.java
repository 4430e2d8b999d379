package org.freihafen.pageshome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.access.Action;
import org.freihafen.access.Denied;
import org.freihafen.asking.AccessRequest;
import org.freihafen.asking.AccessRequests;
import org.freihafen.asking.AnsweringAccess;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Once;
import org.freihafen.pages.Visitor;
import org.freihafen.pagesgroup.RequestLines;
import org.freihafen.pagesgroup.RequestLines.Line;
import org.freihafen.structure.Unit;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What groups that the visitor leads were asked for by others, and what they asked themselves. */
@Named
@RequestScoped
public class RequestsPage {
    private static final int SHOWN = 50;

    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private HomePage home;
    @Inject private AccessRequests requests;
    @Inject private AnsweringAccess answering;
    @Inject private RequestLines lines;

    private final Once<List<Line>> mine = new Once<>();
    private final Once<List<Line>> waiting = new Once<>();
    private final Once<List<Line>> others = new Once<>();

    /** The group whose requests are shown; that of the address, or all that the visitor leads. */
    public List<Unit> units() {
        if (asked.text("key").isEmpty()) {
            return home.led();
        }
        if (!asked.may(Action.ASK_ACCESS)) {
            throw new Denied(Action.ASK_ACCESS);
        }
        return List.of(asked.unit());
    }

    /** What waits for the visitor's word in groups that they lead. */
    public List<Line> mine() {
        return mine.get(() -> waitingIn(home.led()));
    }

    /** What waits for an answer of those shown. */
    public List<Line> waiting() {
        return waiting.get(() -> waitingIn(units()));
    }

    private List<Line> waitingIn(List<Unit> units) {
        return units.stream()
                .flatMap(unit -> answering.waiting(visitor.actor(), unit.id()).stream())
                .sorted(Comparator.comparing(AccessRequest::made))
                .map(lines::of)
                .toList();
    }

    /** What they asked of others, and what they answered; the newest first. */
    public List<Line> others() {
        return others.get(this::findOthers);
    }

    private List<Line> findOthers() {
        List<String> above = waiting().stream().map(Line::id).toList();
        Stream<AccessRequest> all =
                units().stream().flatMap(unit -> requests.about(unit.id()).stream()).distinct();
        return all.filter(request -> !above.contains(request.id().toString()))
                .sorted(Comparator.comparing(AccessRequest::made).reversed())
                .limit(SHOWN)
                .map(lines::of)
                .toList();
    }
}
