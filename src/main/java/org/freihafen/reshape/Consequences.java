package org.freihafen.reshape;

import org.freihafen.groups.PersonSet;
import org.freihafen.reach.Difference;
import org.freihafen.reach.Fingerprint;
import org.freihafen.shares.Grant;
import org.freihafen.structure.Unit;

import java.util.List;
import java.util.Optional;

/**
 * All that a change to a unit brings with it. Nothing has changed yet.
 *
 * @param unit as it is before
 * @param heir the unit it is merged into
 * @param moving people who will belong to the heir and did not
 * @param ending grants that end
 * @param waiting grants to the unit about which whoever gave them will have to decide
 * @param guests of the unit: passed to the heir by a merger, ended by dissolution
 * @param below units that then stand elsewhere
 */
public record Consequences(
        Reshape reshape,
        Unit unit,
        Optional<Unit> heir,
        Difference difference,
        PersonSet moving,
        List<Grant> ending,
        List<Grant> waiting,
        PersonSet guests,
        List<Unit> below) {

    /** Of all this. Two with the same hash do the same to the same. */
    public String hash() {
        return Fingerprint.of(
                reshape,
                unit.name(),
                unit.parent(),
                heir.map(Unit::name),
                difference,
                moving,
                ids(ending),
                ids(waiting),
                guests,
                below.stream().map(Unit::id).toList());
    }

    /** Sets of permissions have another order in every virtual machine. */
    private static List<String> ids(List<Grant> grants) {
        return grants.stream().map(grant -> grant.id().toString()).sorted().toList();
    }
}
