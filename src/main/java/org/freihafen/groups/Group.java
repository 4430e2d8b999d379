package org.freihafen.groups;

import org.freihafen.structure.Unit;

/**
 * A derived set of people.
 *
 * @param name its name for machines: the unit's outward key, or that with {@code -leads}
 * @param label its name for people, unique among all groups; it follows the unit's outward name
 */
public record Group(GroupId id, String name, String label, Unit of, PersonSet members) {}
