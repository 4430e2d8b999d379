package org.freihafen.pageshome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.drift.Drift;
import org.freihafen.drift.SeeingDrift;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Once;
import org.freihafen.pages.PageWords;
import org.freihafen.pages.Visitor;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where something was done by hand that nobody has said anything of yet, and how much. */
@Named
@RequestScoped
public class OpenDrift {
    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private PageWords words;
    @Inject private HomePage home;
    @Inject private SeeingDrift seeing;

    private final Once<Integer> here = new Once<>();
    private final Once<List<Summary>> mine = new Once<>();
    private final Once<List<Summary>> everywhere = new Once<>();

    /**
     * A group in which something waits for a word.
     *
     * @param last when the newest of it was found
     */
    public record Summary(Unit unit, int count, String last) {}

    /** How much there is in the group that is asked for. */
    public int here() {
        return here.get(() -> seeing.open(visitor.actor(), asked.unit().id()).size());
    }

    /** Groups that the visitor leads. */
    public List<Summary> mine() {
        return mine.get(() ->
                home.led().stream()
                        .flatMap(unit ->
                                summary(unit, seeing.open(visitor.actor(), unit.id())).stream())
                        .toList());
    }

    /** All groups, the one with the newest first. */
    public List<Summary> everywhere() {
        return everywhere.get(() -> {
            Structure structure = asked.structure();
            Map<Optional<Unit>, List<Drift>> byOwner =
                    seeing.open(visitor.actor()).stream()
                            .collect(
                                    Collectors.groupingBy(
                                            drift -> structure.heir(drift.found().unit()),
                                            LinkedHashMap::new,
                                            Collectors.toList()));
            return byOwner.entrySet().stream()
                    .flatMap(each ->
                            each.getKey().flatMap(unit -> summary(unit, each.getValue())).stream())
                    .toList();
        });
    }

    private Optional<Summary> summary(Unit unit, List<Drift> open) {
        return open.stream()
                .findFirst()
                .map(newest -> new Summary(unit, open.size(), words.momentDay(newest.since())));
    }
}
