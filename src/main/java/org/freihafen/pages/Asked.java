package org.freihafen.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

import org.freihafen.access.Access;
import org.freihafen.access.Action;
import org.freihafen.access.Standing;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.SightRule;
import org.freihafen.membership.SightRule.Field;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;
import org.freihafen.structure.UnitKey;
import org.freihafen.structure.Units;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the request asks for: its fields, the unit that it names, and what its visitor may there.
 */
@Named
@RequestScoped
public class Asked {
    private static final int LONGEST = 4_000;

    @Inject private HttpServletRequest request;
    @Inject private Visitor visitor;
    @Inject private Access access;
    @Inject private Units units;

    private final Once<Structure> structure = new Once<>();
    private final Once<Unit> unit = new Once<>();
    private final Map<UnitId, Set<Standing>> standings = new HashMap<>();

    /**
     * A field as it came, without blanks around it and without U+0000, which no database keeps;
     * empty if it did not come.
     *
     * @throws NotThere if it is longer than any that a page of ours sends
     */
    public String text(String field) {
        String came = Optional.ofNullable(request.getParameter(field)).orElse("");
        if (came.length() > LONGEST) {
            throw new NotThere();
        }
        return came.replace("\0", "").strip();
    }

    /**
     * The id that was sent.
     *
     * @throws NotThere if none was, or what was sent is none
     */
    public <T> T id(String field, Function<String, T> read) {
        return id(read, text(field));
    }

    /**
     * All ids that were sent under this name.
     *
     * @throws NotThere if one of them is none
     */
    public <T> Set<T> ids(String field, Function<String, T> read) {
        return Optional.ofNullable(request.getParameterValues(field)).stream()
                .flatMap(Arrays::stream)
                .map(text -> id(read, text))
                .collect(Collectors.toSet());
    }

    private static <T> T id(Function<String, T> read, String text) {
        try {
            return read.apply(text);
        } catch (IllegalArgumentException notAnId) {
            throw new NotThere();
        }
    }

    public Structure structure() {
        return structure.get(units::structure);
    }

    /**
     * The unit whose key was sent.
     *
     * @throws NotThere if there is none, or none that the visitor may know of
     */
    public Unit unit() {
        return unit.get(this::findUnit);
    }

    private Unit findUnit() {
        return Optional.of(text("key"))
                .filter(UnitKey::allowed)
                .flatMap(key -> structure().byKey(new UnitKey(key)))
                .filter(found -> sees(Field.UNIT, found))
                .orElseThrow(NotThere::new);
    }

    /** What the visitor is to a unit. */
    public Set<Standing> standings(UnitId in) {
        return standings.computeIfAbsent(in, id -> access.standings(visitor.id(), id));
    }

    public boolean sees(Field field, Unit of) {
        return SightRule.sees(field, standings(of.id()), of.kind());
    }

    public boolean sees(Field field) {
        return sees(field, unit());
    }

    public boolean may(Action action) {
        return action.allowedTo(standings(unit().id()));
    }

    /** Likewise in what concerns the whole federation. */
    public boolean mayEverywhere(Action action) {
        return action.allowedTo(standings(access.federation()));
    }
}
