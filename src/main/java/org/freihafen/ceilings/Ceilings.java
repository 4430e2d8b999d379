package org.freihafen.ceilings;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.ceilings.CeilingRule.Ruled;
import org.freihafen.ids.UnitId;
import org.freihafen.structure.Structure;
import org.freihafen.structure.Unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which ceilings stand over a unit, the highest first. */
@Dependent
public class Ceilings {
    private final CloudCeilings clouds;
    private final UnitCeilings units;

    @Inject
    public Ceilings(CloudCeilings clouds, UnitCeilings units) {
        this.clouds = clouds;
        this.units = units;
    }

    /** The same, with what units set until now and nothing later. */
    public Ceilings asOfNow() {
        return new Ceilings(clouds, new Frozen(units.all()));
    }

    private record Frozen(Map<UnitId, Ceiling> all) implements UnitCeilings {
        @Override
        public void put(UnitId unit, Ceiling ceiling) {
            throw new UnsupportedOperationException("what was is not changed");
        }
    }

    /** The cloud's, the kind's, and those of the units above and of the unit itself. */
    public List<Ruled> over(Structure structure, Unit unit, String cloud) {
        List<Ruled> chain = new ArrayList<>(above(structure, unit, cloud));
        add(chain, unit.name(), units.all().getOrDefault(unit.id(), Ceiling.OPEN));
        return List.copyOf(chain);
    }

    /** The same without what the unit set itself. */
    public List<Ruled> above(Structure structure, Unit unit, String cloud) {
        Map<UnitId, Ceiling> set = units.all();
        List<Ruled> chain = new ArrayList<>();
        add(chain, cloud, clouds.of(cloud));
        add(chain, unit.kind().name(), ofKind(unit));
        structure
                .above(unit.id())
                .reversed()
                .forEach(above ->
                        add(chain, above.name(), set.getOrDefault(above.id(), Ceiling.OPEN)));
        return List.copyOf(chain);
    }

    private static Ceiling ofKind(Unit unit) {
        Map<String, String> own = unit.kind().ceiling();
        return Ceiling.read(
                unit.kind().name(), key -> Optional.ofNullable(own.get(key)), new ArrayList<>());
    }

    private static void add(List<Ruled> chain, String whose, Ceiling ceiling) {
        if (!ceiling.equals(Ceiling.OPEN)) {
            chain.add(new Ruled(whose, ceiling));
        }
    }
}
