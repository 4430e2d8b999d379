package org.freihafen.structure;

import org.freihafen.access.Access;
import org.freihafen.access.Actor;
import org.freihafen.access.Decision;
import org.freihafen.access.Standing;
import org.freihafen.access.Standings;
import org.freihafen.audit.InMemoryTrail;
import org.freihafen.example.Example;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.reconcile.RecordingWake;
import org.freihafen.structurefile.ApplyingStructure;
import org.freihafen.structurefile.FileProblem;
import org.freihafen.structurefile.ReadingStructure;
import org.freihafen.structurefile.Structuring;
import org.freihafen.structurefile.csv.CsvStructureReader;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** The use case with everything around it, ready for files. */
public final class Builders implements StructureChanged {
    public static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-10-01T12:00:00Z"), ZoneOffset.UTC);

    public final InMemoryUnits units = new InMemoryUnits();
    public final InMemoryStructurePlans plans = new InMemoryStructurePlans();
    public final InMemoryTrail trail = new InMemoryTrail(CLOCK);
    public final RecordingWake wake = new RecordingWake();
    public final Map<UnitId, Integer> placed = new HashMap<>();
    public final List<Unit> added = new ArrayList<>();
    public final List<Unit> ended = new ArrayList<>();
    public final Ids ids = new Ids(CLOCK, new Random(7));
    public final Structuring structuring =
            new Structuring(
                    new Access(new NoStandings()),
                    units,
                    Example.kinds(),
                    new CsvStructureReader(),
                    plans,
                    unit -> placed.getOrDefault(unit, 0),
                    Example.settings().structureLimits(),
                    new ApplyingStructure(
                            units, Example.kinds(), trail, ids, List.<StructureChanged>of(this)),
                    trail,
                    wake,
                    ids,
                    CLOCK);

    public final ReadingStructure reading =
            new ReadingStructure(
                    new Access(new NoStandings()), new CsvStructureReader(), structuring);

    public Structuring.Answer plan(String file) {
        return plan(file.getBytes(StandardCharsets.UTF_8));
    }

    public Structuring.Answer plan(byte[] file) {
        try {
            return reading.plan(new Actor.Host(), new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Structuring.Answer.Planned planned(String file) {
        return switch (plan(file)) {
            case Structuring.Answer.Planned planned -> planned;
            case Structuring.Answer.Broken(List<FileProblem> problems) ->
                    throw new AssertionError(problems.toString());
        };
    }

    public List<FileProblem> problems(String file) {
        return switch (plan(file)) {
            case Structuring.Answer.Planned _ -> List.of();
            case Structuring.Answer.Broken(List<FileProblem> problems) -> problems;
        };
    }

    /** Plans and approves. */
    public void build(String file) {
        Structuring.Answer.Planned planned = planned(file);
        Decision<?> decision = structuring.approve(new Actor.Host(), planned.id(), planned.hash());
        if (decision.refusal().isPresent()) {
            throw new AssertionError(decision.refusal().get().toString());
        }
    }

    public Unit unit(String key) {
        return units.byKey(new UnitKey(key)).orElseThrow();
    }

    @Override
    public void added(Actor actor, List<Unit> more) {
        added.addAll(more);
    }

    @Override
    public void ended(Actor actor, List<Unit> fewer) {
        ended.addAll(fewer);
    }

    private static final class NoStandings implements Standings {
        @Override
        public Set<Standing> of(PersonId person, UnitId unit) {
            return Set.of(Standing.ANYONE);
        }

        @Override
        public UnitId root() {
            return UnitId.of("00000000-0000-7000-8000-000000000000");
        }
    }
}
