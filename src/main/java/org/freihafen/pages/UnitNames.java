package org.freihafen.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import org.freihafen.groups.GroupDesign;
import org.freihafen.membership.SightRule.Field;
import org.freihafen.structure.Unit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Living units that the visitor may know of, by names of which each means one. */
@Named
@RequestScoped
public class UnitNames {
    @Inject private Asked asked;

    private final Once<Set<String>> ambiguous = new Once<>();

    public List<String> all() {
        return asked.structure().living().stream()
                .filter(this::known)
                .map(this::name)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    public String name(Unit unit) {
        return unit.kind().discreet()
                ? unit.name() + " (" + unit.outwardName() + ")"
                : shared(unit);
    }

    /** Its name, or that which it has for others if the visitor may not know of it. */
    public String said(Unit unit) {
        return known(unit) ? unit.name() : unit.outwardName();
    }

    private String shared(Unit unit) {
        return GroupDesign.label(
                unit, ambiguous.get(() -> GroupDesign.ambiguousNames(asked.structure())));
    }

    public Optional<Unit> named(String name) {
        return asked.structure().living().stream()
                .filter(unit -> name(unit).equalsIgnoreCase(name))
                .filter(this::known)
                .findFirst();
    }

    private boolean known(Unit unit) {
        return !unit.kind().discreet() || asked.sees(Field.UNIT, unit);
    }
}
