package org.freihafen.structurefile;

import org.freihafen.structure.Inhabitants;
import org.freihafen.structure.Kinds;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKey;
import org.freihafen.structure.UnitKind;
import org.freihafen.structurefile.StructureFile.Column;
import org.freihafen.structurefile.StructureFile.Line;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides whether a structure file can be taken over; reports every problem that it finds. */
public final class StructureRule {
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_OFFICIAL_KEY = 40;

    private final StructureFile file;
    private final Structure structure;
    private final Kinds kinds;
    private final Inhabitants inhabitants;
    private final List<FileProblem> problems = new ArrayList<>();
    private final Map<UnitKey, Line> byKey = new LinkedHashMap<>();

    private StructureRule(
            StructureFile file, Structure structure, Kinds kinds, Inhabitants inhabitants) {
        this.file = file;
        this.structure = structure;
        this.kinds = kinds;
        this.inhabitants = inhabitants;
    }

    /**
     * What the check found.
     *
     * @param rows by key, a parent always before its children; empty if there are problems
     */
    public record Checked(List<FileProblem> problems, Map<UnitKey, UnitRow> rows) {}

    public static Checked check(
            StructureFile file, Structure structure, Kinds kinds, Inhabitants inhabitants) {
        if (!file.problems().isEmpty()) {
            return new Checked(file.problems(), Map.of());
        }
        return new StructureRule(file, structure, kinds, inhabitants).check();
    }

    private Checked check() {
        file.lines().forEach(this::checkKey);
        file.lines().forEach(this::checkName);
        checkOfficialKeys();
        byKey.forEach(this::checkKind);
        byKey.forEach(this::checkAgainstLiving);
        checkRoot();
        byKey.forEach(this::checkParent);
        List<Line> inOrder = parentsFirst();
        checkEnding();
        Map<UnitKey, UnitRow> rows = new LinkedHashMap<>();
        if (problems.isEmpty()) {
            inOrder.forEach(line -> rows.put(new UnitKey(line.key()), row(line)));
        }
        return new Checked(List.copyOf(problems), rows);
    }

    private void checkKey(Line line) {
        if (!UnitKey.allowed(line.key())) {
            report(line, Column.KEY, line.key(), StructureFault.BAD_KEY);
            return;
        }
        UnitKey key = new UnitKey(line.key());
        Line first = byKey.putIfAbsent(key, line);
        if (first != null) {
            String number = Integer.toString(first.number());
            report(line, Column.KEY, line.key(), StructureFault.DOUBLE_KEY, number);
        }
    }

    private void checkName(Line line) {
        if (line.name().isEmpty()) {
            report(line, Column.NAME, "", StructureFault.EMPTY_NAME);
        } else if (line.name().length() > LONGEST_NAME
                || line.name().codePoints().anyMatch(StructureRule::unprintable)) {
            String longest = Integer.toString(LONGEST_NAME);
            report(line, Column.NAME, line.name(), StructureFault.BAD_NAME, longest);
        }
    }

    private static boolean unprintable(int letter) {
        return Character.isISOControl(letter) || Character.getType(letter) == Character.FORMAT;
    }

    private void checkOfficialKeys() {
        Map<String, Line> seen = new HashMap<>();
        for (Line line : file.lines()) {
            String official = line.officialKey();
            if (official.length() > LONGEST_OFFICIAL_KEY
                    || official.codePoints().anyMatch(StructureRule::unprintable)) {
                report(
                        line,
                        Column.AGS,
                        official,
                        StructureFault.BAD_OFFICIAL_KEY,
                        Integer.toString(LONGEST_OFFICIAL_KEY));
            } else if (!official.isEmpty()) {
                Line first = seen.putIfAbsent(line.officialKey(), line);
                if (first != null) {
                    report(
                            line,
                            Column.AGS,
                            line.officialKey(),
                            StructureFault.DOUBLE_OFFICIAL_KEY,
                            Integer.toString(first.number()));
                }
            }
        }
    }

    private void checkKind(UnitKey key, Line line) {
        if (kinds.named(line.kind()).isEmpty()) {
            String known =
                    String.join(", ", kinds.all().stream().map(UnitKind::name).sorted().toList());
            report(line, Column.KIND, line.kind(), StructureFault.UNKNOWN_KIND, known);
        }
    }

    private void checkAgainstLiving(UnitKey key, Line line) {
        Optional<Unit> there = structure.byKey(key);
        if (there.isEmpty()) {
            return;
        }
        Unit unit = there.get();
        if (unit.origin() != Unit.Origin.FILE) {
            report(line, Column.KEY, line.key(), StructureFault.KEY_OF_FOUNDED_UNIT, unit.name());
        } else if (unit.ended()) {
            report(line, Column.KEY, line.key(), StructureFault.KEY_OF_ENDED_UNIT, unit.name());
        } else if (!unit.kind().name().equals(line.kind())
                && kinds.named(line.kind()).isPresent()) {
            String kind = unit.kind().name();
            report(line, Column.KIND, line.kind(), StructureFault.KIND_CHANGED, kind);
        }
    }

    private void checkRoot() {
        List<Line> roots = byKey.values().stream().filter(l -> l.parent().isEmpty()).toList();
        if (roots.isEmpty()) {
            problems.add(FileProblem.ofFile(StructureFault.NO_ROOT, ""));
            return;
        }
        Line first = roots.getFirst();
        for (Line other : roots.subList(1, roots.size())) {
            report(other, Column.PARENT, "", StructureFault.SECOND_ROOT, first.key());
        }
        Optional<Unit> living = structure.root();
        if (living.isPresent() && !living.get().key().equals(new UnitKey(first.key()))) {
            String root = living.get().key().value();
            report(first, Column.KEY, first.key(), StructureFault.OTHER_ROOT, root);
        }
    }

    private void checkParent(UnitKey key, Line line) {
        if (line.parent().isEmpty()) {
            return;
        }
        Optional<Line> parent = parentOf(line);
        if (parent.isEmpty()) {
            report(line, Column.PARENT, line.parent(), StructureFault.MISSING_PARENT);
            return;
        }
        Optional<UnitKind> above = kinds.named(parent.get().kind());
        if (above.isPresent()
                && kinds.named(line.kind()).isPresent()
                && !above.get().mayContain().contains(line.kind())) {
            report(
                    line,
                    Column.KIND,
                    line.kind(),
                    StructureFault.KIND_NOT_UNDER_PARENT,
                    above.get().name());
        }
    }

    private Optional<Line> parentOf(Line line) {
        return UnitKey.allowed(line.parent())
                ? Optional.ofNullable(byKey.get(new UnitKey(line.parent())))
                : Optional.empty();
    }

    /** Reports each unit that stands in a circle; whoever hangs below one has no fault. */
    private List<Line> parentsFirst() {
        Set<Line> placed = new HashSet<>();
        List<Line> inOrder = new ArrayList<>();
        for (Line start : byKey.values()) {
            List<Line> path = new ArrayList<>();
            Optional<Line> next = Optional.of(start);
            while (next.isPresent() && !placed.contains(next.get())) {
                int before = path.indexOf(next.get());
                if (before >= 0) {
                    for (Line line : path.subList(before, path.size())) {
                        report(line, Column.PARENT, line.parent(), StructureFault.CYCLE);
                    }
                    break;
                }
                path.add(next.get());
                next = parentOf(next.get());
            }
            placed.addAll(path);
            inOrder.addAll(path.reversed());
        }
        return inOrder;
    }

    private void checkEnding() {
        for (Unit unit : structure.living()) {
            if (unit.origin() == Unit.Origin.FILE && !byKey.containsKey(unit.key())) {
                for (Unit child : structure.children(unit.id())) {
                    if (child.origin() != Unit.Origin.FILE) {
                        reportEnding(unit, StructureFault.FOUNDED_UNIT_BELOW, child.name());
                    }
                }
                int placed = inhabitants.placedIn(unit.id());
                if (placed > 0) {
                    reportEnding(unit, StructureFault.PEOPLE_PLACED, Integer.toString(placed));
                }
            }
        }
    }

    private void reportEnding(Unit unit, StructureFault fault, String fact) {
        problems.add(FileProblem.at(0, Column.KEY.header(), unit.key().value(), fault, fact));
    }

    private static UnitRow row(Line line) {
        return new UnitRow(
                line.name(),
                line.kind(),
                line.parent().isEmpty()
                        ? Optional.empty()
                        : Optional.of(new UnitKey(line.parent())),
                line.officialKey().isEmpty() ? Optional.empty() : Optional.of(line.officialKey()));
    }

    private void report(
            Line line, Column column, String value, StructureFault fault, String... facts) {
        problems.add(FileProblem.at(line.number(), column.header(), value, fault, facts));
    }
}
