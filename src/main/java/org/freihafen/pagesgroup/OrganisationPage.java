package org.freihafen.pagesgroup;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.ids.UnitId;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Memberships;
import org.freihafen.membership.SightRule.Field;
import org.freihafen.pages.Asked;
import org.freihafen.pages.Once;
import org.freihafen.pages.Visitor;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKey;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The whole organisation as a tree, or those units whose names fit what was looked for. */
@Named
@RequestScoped
public class OrganisationPage {
    private static final Comparator<Unit> BRANCHES_FIRST =
            Comparator.comparing((Unit unit) -> !unit.kind().byRegister())
                    .thenComparing(unit -> unit.kind().founded())
                    .thenComparing(Unit::name, String.CASE_INSENSITIVE_ORDER);
    private static final String ENDS = "</ul></details></li>";

    @Inject private Asked asked;
    @Inject private Visitor visitor;
    @Inject private Memberships memberships;
    @Inject private Clock clock;

    private final Once<List<Line>> tree = new Once<>();
    private final Once<List<Line>> found = new Once<>();

    /**
     * One unit of the tree with the markup that nests it; Facelets cannot call itself.
     *
     * @param place where a found unit stands
     */
    public record Line(Unit unit, boolean mine, String before, String after, String place) {
        /** Whether units stand below it. */
        public boolean opens() {
            return after.startsWith("<details");
        }
    }

    public List<Line> tree() {
        return tree.get(this::findTree);
    }

    private List<Line> findTree() {
        Structure structure = asked.structure();
        Set<UnitId> mine = mine();
        Set<UnitId> open = open(structure, mine);
        List<Line> lines = new ArrayList<>();
        structure.root().ifPresent(root -> add(structure, root, mine, open, 0, lines));
        return lines;
    }

    private void add(
            Structure structure,
            Unit unit,
            Set<UnitId> mine,
            Set<UnitId> open,
            int endsAfter,
            List<Line> lines) {
        List<Unit> below = visible(structure.children(unit.id()));
        boolean own = mine.contains(unit.id());
        if (below.isEmpty()) {
            lines.add(new Line(unit, own, "<li>", "</li>" + ENDS.repeat(endsAfter), ""));
            return;
        }
        String opened = open.contains(unit.id()) ? "<details open=\"open\">" : "<details>";
        lines.add(new Line(unit, own, "<li>", opened, ""));
        for (Unit child : below) {
            boolean last = child.equals(below.getLast());
            add(structure, child, mine, open, last ? endsAfter + 1 : 0, lines);
        }
    }

    private List<Unit> visible(List<Unit> units) {
        return units.stream()
                .filter(unit -> !unit.kind().discreet() || asked.sees(Field.UNIT, unit))
                .sorted(BRANCHES_FIRST)
                .toList();
    }

    private Set<UnitId> mine() {
        return memberships.of(visitor.id(), LocalDate.now(clock)).stream()
                .map(Membership::unit)
                .collect(Collectors.toSet());
    }

    /** The root, what was asked for, and the way down to the visitor's own units. */
    private Set<UnitId> open(Structure structure, Set<UnitId> mine) {
        Set<UnitId> open = new HashSet<>();
        structure.root().map(Unit::id).ifPresent(open::add);
        mine.forEach(unit -> structure.above(unit).forEach(above -> open.add(above.id())));
        Optional.of(asked.text("open"))
                .filter(UnitKey::allowed)
                .flatMap(key -> structure.byKey(new UnitKey(key)))
                .ifPresent(unit -> structure.upward(unit.id()).forEach(u -> open.add(u.id())));
        return open;
    }

    /** Units whose names or keys contain what was looked for, marks and case aside. */
    public List<Line> found() {
        return found.get(this::findFound);
    }

    private List<Line> findFound() {
        Structure structure = asked.structure();
        String wanted = folded(asked.text("find"));
        Set<UnitId> mine = mine();
        return visible(structure.living()).stream()
                .filter(unit ->
                        folded(unit.name()).contains(wanted) || unit.key().value().equals(wanted))
                .map(unit ->
                        new Line(unit, mine.contains(unit.id()), "", "", place(structure, unit)))
                .toList();
    }

    private static String place(Structure structure, Unit unit) {
        return structure.above(unit.id()).reversed().stream()
                .map(Unit::name)
                .collect(Collectors.joining(" / "));
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }
}
