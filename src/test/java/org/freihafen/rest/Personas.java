package org.freihafen.rest;

import static org.freihafen.access.Standing.ADMINISTRATOR;
import static org.freihafen.access.Standing.ANYONE;
import static org.freihafen.access.Standing.AUDITOR;
import static org.freihafen.access.Standing.LEAD;
import static org.freihafen.access.Standing.MEMBER;
import static org.freihafen.access.Standing.MEMBER_OFFICE;
import static org.freihafen.access.Standing.STAND_IN;

import org.freihafen.access.Standing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks, and what they are to their own unit, to one below, one above and a foreign one; said
 * here by hand, as people would say it. Everybody of the sandbox belongs to the federation by
 * register.
 */
final class Personas {
    private Personas() {}

    /**
     * Somebody.
     *
     * @param duty given in the state {@code by} for as long as the persona lasts
     */
    record Persona(
            String name,
            String login,
            Optional<String> duty,
            Map<String, Set<Standing>> standings) {}

    /**
     * All of them.
     *
     * @param lower a project group below {@code ag-002} that nobody leads
     * @param foreign a group that {@code guest-group} leads
     */
    static List<Persona> all(String lower, String foreign, String districtOfBy) {
        return List.of(
                new Persona(
                        "a member of the group",
                        "member",
                        Optional.empty(),
                        Map.of(
                                "ag-002",
                                Set.of(ANYONE, MEMBER),
                                lower,
                                Set.of(ANYONE),
                                "bund",
                                Set.of(ANYONE, MEMBER),
                                "ag-004",
                                Set.of(ANYONE))),
                new Persona(
                        "a lead of the group",
                        "lead",
                        Optional.empty(),
                        Map.of(
                                "ag-002",
                                Set.of(ANYONE, MEMBER, LEAD),
                                lower,
                                Set.of(ANYONE, STAND_IN),
                                "bund",
                                Set.of(ANYONE, MEMBER),
                                "ag-004",
                                Set.of(ANYONE))),
                new Persona(
                        "a lead of another group",
                        "guest-group",
                        Optional.empty(),
                        Map.of(
                                "ag-002",
                                Set.of(ANYONE),
                                lower,
                                Set.of(ANYONE),
                                foreign,
                                Set.of(ANYONE, MEMBER, LEAD),
                                "bund",
                                Set.of(ANYONE, MEMBER))),
                inBy("a member office", "member-office", MEMBER_OFFICE, districtOfBy),
                inBy("an administrator", "administrator", ADMINISTRATOR, districtOfBy),
                inBy("an auditor", "auditor", AUDITOR, districtOfBy),
                new Persona(
                        "the federation's member office",
                        "office",
                        Optional.empty(),
                        everywhere(MEMBER_OFFICE, lower)),
                new Persona(
                        "the federation's administrator",
                        "admin",
                        Optional.empty(),
                        everywhere(ADMINISTRATOR, lower)));
    }

    private static Persona inBy(String name, String duty, Standing held, String district) {
        return new Persona(
                name,
                "guest-group",
                Optional.of(duty),
                Map.of(
                        "by",
                        Set.of(ANYONE, held),
                        district,
                        Set.of(ANYONE, held),
                        "ag-002",
                        Set.of(ANYONE),
                        "bund",
                        Set.of(ANYONE, MEMBER),
                        "ni",
                        Set.of(ANYONE)));
    }

    private static Map<String, Set<Standing>> everywhere(Standing held, String lower) {
        return Map.of(
                "ag-002",
                Set.of(ANYONE, held),
                lower,
                Set.of(ANYONE, held),
                "bund",
                Set.of(ANYONE, MEMBER, held),
                "by",
                Set.of(ANYONE, held));
    }
}
