package org.freihafen.web.rest;

import org.freihafen.access.Action;

import java.util.List;
import java.util.Optional;

/**
 * Every path of the REST interface with the action that it asks for. The bodies are well formed,
 * and refused by a rule for whoever may ask: so nothing changes, and a refusal is told from a
 * denial.
 */
final class PathTable {
    private static final String NOBODY = "018f0000-0000-7000-8000-000000000000";

    private PathTable() {}

    /** What a path is about, and so where its action is asked for. */
    enum About {
        /** The unit that stands in it as {@code UNIT}. */
        UNIT,
        FEDERATION,
        /** The caller's own affairs: everybody who is signed in may. */
        ONESELF,
        /** Open to those who are not signed in, too. */
        ANYBODY
    }

    /**
     * One method of one path.
     *
     * @param template as the resource class has it
     * @param path with {@code UNIT} where the key of a unit goes
     * @param body likewise; empty for none, CSV if it does not begin with a brace
     */
    record Row(
            String method,
            String template,
            About about,
            Optional<Action> action,
            String path,
            String body) {
        boolean reads() {
            return method.equals("GET");
        }
    }

    private static Row unit(String call, Action action, String path, String body) {
        return row(call, About.UNIT, Optional.of(action), path, body);
    }

    private static Row federation(String call, Action action, String path, String body) {
        return row(call, About.FEDERATION, Optional.of(action), path, body);
    }

    private static Row oneself(String call, String path, String body) {
        return row(call, About.ONESELF, Optional.empty(), path, body);
    }

    private static Row anybody(String call, String path, String body) {
        return row(call, About.ANYBODY, Optional.empty(), path, body);
    }

    private static Row row(
            String call, About about, Optional<Action> action, String path, String body) {
        String[] parts = call.split(" ", 2);
        return new Row(parts[0], parts[1], about, action, path, body);
    }

    static List<Row> rows() {
        String hash = "{\"hash\":\"0\"}";
        return List.of(
                oneself("GET /units", "/units?limit=1", ""),
                unit("GET /units/{key}", Action.SEE_UNIT, "/units/UNIT", ""),
                unit(
                        "POST /units",
                        Action.FOUND_UNIT,
                        "/units",
                        "{\"kind\":\"board\",\"parent\":\"UNIT\",\"name\":\"Tafel\"}"),
                unit(
                        "PATCH /units/{key}",
                        Action.CHANGE_UNIT,
                        "/units/UNIT",
                        "{\"name\":\"Vorstand\"}"),
                unit("GET /units/{key}/members", Action.SEE_MEMBERS, "/units/UNIT/members", ""),
                unit(
                        "POST /units/{key}/members",
                        Action.INVITE,
                        "/units/UNIT/members",
                        "{\"address\":\"nobody at all\"}"),
                unit(
                        "DELETE /units/{key}/members/{id}",
                        Action.END_MEMBERSHIP,
                        "/units/UNIT/members/" + NOBODY,
                        ""),
                unit(
                        "POST /units/{key}/elections",
                        Action.RECORD_ELECTION,
                        "/units/UNIT/elections",
                        "{\"address\":\"nobody at all\",\"role\":\"member\"}"),
                unit("GET /units/{key}/leads", Action.SEE_UNIT, "/units/UNIT/leads", ""),
                unit(
                        "PUT /units/{key}/leads",
                        Action.NAME_LEADS,
                        "/units/UNIT/leads",
                        "{\"leads\":[]}"),
                unit("GET /units/{key}/folders", Action.SEE_FOLDERS, "/units/UNIT/folders", ""),
                unit(
                        "POST /units/{key}/folders",
                        Action.CREATE_FOLDER,
                        "/units/UNIT/folders",
                        "{\"path\":\".\"}"),
                unit("GET /units/{key}/grants", Action.SEE_GRANTS, "/units/UNIT/grants", ""),
                unit(
                        "POST /units/{key}/grants",
                        Action.GRANT,
                        "/units/UNIT/grants",
                        "{\"to\":{\"unit\":\"UNIT\"},\"permissions\":[\"read\"],\"reason\":\"-\"}"),
                unit("GET /units/{key}/received", Action.SEE_GRANTS, "/units/UNIT/received", ""),
                oneself("GET /grants/{id}", "/grants/" + NOBODY, ""),
                oneself("PATCH /grants/{id}", "/grants/" + NOBODY, "{}"),
                oneself("DELETE /grants/{id}", "/grants/" + NOBODY, ""),
                unit("GET /invitations", Action.INVITE, "/invitations?unit=UNIT", ""),
                unit(
                        "POST /invitations",
                        Action.INVITE,
                        "/invitations",
                        "{\"unit\":\"UNIT\",\"address\":\"nobody at all\"}"),
                oneself(
                        "POST /invitations/{id}/answer",
                        "/invitations/" + NOBODY + "/answer",
                        "{\"accept\":true}"),
                oneself("DELETE /invitations/{id}", "/invitations/" + NOBODY, ""),
                unit("GET /duties", Action.SEE_DUTIES, "/duties?unit=UNIT", ""),
                unit(
                        "POST /duties",
                        Action.GIVE_DUTIES,
                        "/duties",
                        "{\"person\":\"" + NOBODY + "\",\"duty\":\"auditor\",\"unit\":\"UNIT\"}"),
                unit(
                        "DELETE /duties",
                        Action.GIVE_DUTIES,
                        "/duties?person=" + NOBODY + "&duty=auditor&unit=UNIT",
                        ""),
                unit("GET /audit", Action.SEE_AUDIT, "/audit?unit=UNIT&limit=1", ""),
                federation(
                        "GET /audit/verification", Action.VERIFY_AUDIT, "/audit/verification", ""),
                federation("PUT /structure", Action.RULE_STRUCTURE, "/structure", "broken\n"),
                federation(
                        "POST /structure/{plan}/approval",
                        Action.RULE_STRUCTURE,
                        "/structure/" + NOBODY + "/approval",
                        hash),
                federation("GET /rosters", Action.SEE_ROSTER, "/rosters", ""),
                federation(
                        "POST /rosters", Action.RULE_ROSTER, "/rosters?profile=none", "broken\n"),
                federation("GET /rosters/{id}", Action.SEE_ROSTER, "/rosters/" + NOBODY, ""),
                federation(
                        "POST /rosters/{id}/approval",
                        Action.RULE_ROSTER,
                        "/rosters/" + NOBODY + "/approval",
                        hash),
                federation("GET /rosters/due", Action.SEE_ROSTER, "/rosters/due", ""),
                federation(
                        "POST /rosters/due/approval",
                        Action.RULE_ROSTER,
                        "/rosters/due/approval",
                        hash),
                federation("DELETE /rosters/{id}", Action.RULE_ROSTER, "/rosters/" + NOBODY, ""),
                federation("GET /targets", Action.SEE_TARGETS, "/targets", ""),
                federation(
                        "POST /targets/{name}/runs",
                        Action.RUN_TARGETS,
                        "/targets/nowhere/runs",
                        "{}"),
                federation(
                        "POST /targets/{name}/takeover",
                        Action.RUN_TARGETS,
                        "/targets/nowhere/takeover",
                        "{}"),
                federation(
                        "GET /targets/ldap/adoption",
                        Action.RUN_TARGETS,
                        "/targets/ldap/adoption",
                        ""),
                federation(
                        "POST /targets/ldap/adoption",
                        Action.RUN_TARGETS,
                        "/targets/ldap/adoption",
                        "{\"person\":\"" + NOBODY + "\",\"entry\":\"" + NOBODY + "\"}"),
                federation(
                        "GET /targets/ldap/unknown",
                        Action.RUN_TARGETS,
                        "/targets/ldap/unknown",
                        ""),
                federation(
                        "POST /targets/ldap/unknown/suspension",
                        Action.RUN_TARGETS,
                        "/targets/ldap/unknown/suspension",
                        hash),
                federation("GET /runs/{id}", Action.SEE_TARGETS, "/runs/" + NOBODY, ""),
                federation(
                        "POST /runs/{id}/approval",
                        Action.RUN_TARGETS,
                        "/runs/" + NOBODY + "/approval",
                        hash),
                oneself("GET /people/{id}", "/people/me", ""),
                oneself("PATCH /people/{id}", "/people/me", "{}"),
                federation(
                        "POST /people/{id}/password-link",
                        Action.ISSUE_PASSWORD_LINK,
                        "/people/" + NOBODY + "/password-link",
                        "{}"),
                anybody("POST /password-links/redemption", "/password-links/redemption", "{}"),
                oneself("GET /me", "/me", ""),
                oneself("GET /tokens", "/tokens", ""),
                oneself(
                        "POST /tokens",
                        "/tokens",
                        "{\"name\":\"-\",\"scope\":\"read\",\"until\":\"2001-01-01\"}"),
                oneself("DELETE /tokens/{id}", "/tokens/" + NOBODY, ""),
                anybody("POST /session", "/session", "{}"),
                anybody("DELETE /session", "/session", ""),
                anybody("POST /setup", "/setup", "{\"code\":\"0\"}"));
    }
}
