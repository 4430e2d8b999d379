package org.freihafen.structure;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of unit: what it may contain, how people come in, which cloud its workspace lies on and
 * when that is made, and what its people may do there. Kinds are data, in {@code
 * config/kinds.properties}.
 *
 * @param labels what the kind is called, by language ({@code de}, {@code en})
 * @param cloud the cloud of its workspace; empty if it has none
 * @param lingeringDays how long whoever moves away by register keeps what belonging there gave
 * @param sharing whether those who may edit may also share in the cloud itself; what they make
 *     there is taken over as the unit's
 * @param ceiling how far its units may grant: {@code to}, {@code days}, {@code password} as written
 */
public record UnitKind(
        String name,
        Map<String, String> labels,
        Set<String> mayContain,
        Intake intake,
        boolean hasLeads,
        boolean founded,
        boolean discreet,
        Optional<String> cloud,
        WorkspaceMade workspaceMade,
        Map<Part, Right> rights,
        int lingeringDays,
        boolean sharing,
        Map<String, String> ceiling) {

    /** How people come into a unit of the kind. */
    public enum Intake {
        /** By the member register; belonging is passed on to the units above. */
        REGISTER,
        ELECTION,
        APPLICATION,
        INVITATION
    }

    public enum WorkspaceMade {
        AT_ONCE,
        FIRST_USE,
        NEVER
    }

    /** Whose right in the workspace: all the unit's people, those who lead it, its board. */
    public enum Part {
        PEOPLE,
        LEADS,
        BOARD
    }

    public enum Right {
        NONE,
        READ,
        EDIT
    }

    public boolean byRegister() {
        return intake == Intake.REGISTER;
    }

    public boolean hasWorkspace() {
        return cloud.isPresent() && workspaceMade != WorkspaceMade.NEVER;
    }

    public Right right(Part part) {
        return rights.getOrDefault(part, Right.NONE);
    }

    public String label(String language) {
        return labels.getOrDefault(language, name);
    }
}
