package org.freihafen.structure;

import org.freihafen.ids.UnitId;

import java.util.Locale;

/**
 * What a unit of a discreet kind is called wherever others than its people may read it: a name that
 * says nothing, stays for ever and follows from the unit's id (docs/decisions/0065).
 */
public record NeutralName(UnitId unit) {

    /** Such as {@code Gruppe 7F3A-19C2}. */
    public String label() {
        String digits = digits().toUpperCase(Locale.ROOT);
        return "Gruppe " + digits.substring(0, 4) + "-" + digits.substring(4);
    }

    /** Such as {@code gruppe-7f3a19c2}. */
    public UnitKey key() {
        return new UnitKey("gruppe-" + digits());
    }

    /** The last digits of the id, which are random. */
    private String digits() {
        return "%08x".formatted((int) unit.value().getLeastSignificantBits());
    }
}
