package org.freihafen.rest;

import org.freihafen.access.Action;
import org.freihafen.access.Standing;

import java.util.List;
import java.util.Optional;
import java.util.Set;

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
     * @param path with {@code UNIT} where the key of a unit goes, and the names of {@link Things}
     * @param body likewise; empty for none, CSV if it does not begin with a brace
     * @param passed the status for whoever may
     * @param seenBy whoever may not even do this is told that it is not there
     */
    record Row(
            String method,
            String template,
            About about,
            Optional<Action> action,
            String path,
            String body,
            int passed,
            Optional<Action> seenBy) {
        boolean reads() {
            return method.equals("GET");
        }

        /** The status for somebody who is all this to what the path is about. */
        int expected(Set<Standing> standings) {
            if (action.isEmpty() || action.get().allowedTo(standings)) {
                return passed;
            }
            return seenBy.isEmpty() || seenBy.get().allowedTo(standings) ? 403 : 404;
        }

        Row seenBy(Action see) {
            return new Row(method, template, about, action, path, body, passed, Optional.of(see));
        }
    }

    private static Row unit(int passed, String call, Action action, String path, String body) {
        return row(passed, call, About.UNIT, Optional.of(action), path, body);
    }

    private static Row federation(
            int passed, String call, Action action, String path, String body) {
        return row(passed, call, About.FEDERATION, Optional.of(action), path, body);
    }

    private static Row oneself(int passed, String call, String path, String body) {
        return row(passed, call, About.ONESELF, Optional.empty(), path, body);
    }

    private static Row anybody(int passed, String call, String path, String body) {
        return row(passed, call, About.ANYBODY, Optional.empty(), path, body);
    }

    private static Row row(
            int passed,
            String call,
            About about,
            Optional<Action> action,
            String path,
            String body) {
        String[] parts = call.split(" ", 2);
        return new Row(parts[0], parts[1], about, action, path, body, passed, Optional.empty());
    }

    static List<Row> rows() {
        String hash = "{\"hash\":\"0\"}";
        return List.of(
                oneself(200, "GET /units", "/units?limit=1", ""),
                unit(200, "GET /units/{key}", Action.SEE_UNIT, "/units/UNIT", ""),
                unit(
                        409,
                        "POST /units",
                        Action.FOUND_UNIT,
                        "/units",
                        "{\"kind\":\"board\",\"parent\":\"UNIT\",\"name\":\"Tafel\"}"),
                unit(
                        409,
                        "PATCH /units/{key}",
                        Action.CHANGE_UNIT,
                        "/units/UNIT",
                        "{\"name\":\"Vorstand\"}"),
                unit(
                        409,
                        "POST /units/{key}/move",
                        Action.CHANGE_UNIT,
                        "/units/UNIT/move",
                        "{\"parent\":\"UNIT\"}"),
                unit(
                        409,
                        "POST /units/{key}/merger",
                        Action.CHANGE_UNIT,
                        "/units/UNIT/merger",
                        "{\"into\":\"UNIT\"}"),
                unit(
                        409,
                        "POST /units/{key}/dissolution",
                        Action.CHANGE_UNIT,
                        "/units/UNIT/dissolution",
                        "{\"hash\":\"0\"}"),
                unit(
                        409,
                        "POST /units/{key}/restoration",
                        Action.CHANGE_UNIT,
                        "/units/UNIT/restoration",
                        "{}"),
                oneself(
                        404,
                        "POST /grants/{id}/succession",
                        "/grants/" + NOBODY + "/succession",
                        "{\"pass\":true}"),
                unit(
                        200,
                        "GET /units/{key}/members",
                        Action.SEE_MEMBERS,
                        "/units/UNIT/members",
                        ""),
                unit(
                        202,
                        "POST /units/{key}/members",
                        Action.INVITE,
                        "/units/UNIT/members",
                        "{\"address\":\"nobody\"}"),
                unit(
                        409,
                        "DELETE /units/{key}/members/{id}",
                        Action.END_MEMBERSHIP,
                        "/units/UNIT/members/" + NOBODY,
                        ""),
                unit(200, "GET /units/{key}/guests", Action.HOST_GUEST, "/units/UNIT/guests", ""),
                unit(
                        409,
                        "POST /units/{key}/guests",
                        Action.HOST_GUEST,
                        "/units/UNIT/guests",
                        "{\"name\":\"Gast\",\"address\":\"none\",\"purpose\":\"-\",\"until\":\"2000-01-01\"}"),
                oneself(
                        404,
                        "PATCH /guests/{id}",
                        "/guests/" + NOBODY,
                        "{\"until\":\"2000-01-01\"}"),
                oneself(404, "DELETE /guests/{id}", "/guests/" + NOBODY, ""),
                unit(
                        409,
                        "POST /units/{key}/elections",
                        Action.RECORD_ELECTION,
                        "/units/UNIT/elections",
                        "{\"address\":\"nobody at all\",\"role\":\"member\"}"),
                unit(200, "GET /units/{key}/leads", Action.SEE_UNIT, "/units/UNIT/leads", ""),
                unit(
                        409,
                        "PUT /units/{key}/leads",
                        Action.NAME_LEADS,
                        "/units/UNIT/leads",
                        "{\"leads\":[]}"),
                unit(
                        200,
                        "GET /units/{key}/folders",
                        Action.SEE_FOLDERS,
                        "/units/UNIT/folders",
                        ""),
                unit(
                        409,
                        "POST /units/{key}/folders",
                        Action.CREATE_FOLDER,
                        "/units/UNIT/folders",
                        "{\"path\":\".\"}"),
                unit(
                        404,
                        "PATCH /units/{key}/folders/{id}",
                        Action.SEE_FOLDERS,
                        "/units/UNIT/folders/" + NOBODY,
                        "{\"closedTo\":\"leads\"}"),
                unit(200, "GET /units/{key}/grants", Action.SEE_GRANTS, "/units/UNIT/grants", ""),
                unit(200, "GET /units/{key}/ceiling", Action.SEE_GRANTS, "/units/UNIT/ceiling", ""),
                unit(
                        200,
                        "PUT /units/{key}/ceiling",
                        Action.RULE_CEILING,
                        "/units/UNIT/ceiling",
                        "{}"),
                unit(
                        409,
                        "POST /units/{key}/grants",
                        Action.GRANT,
                        "/units/UNIT/grants",
                        "{\"to\":{\"unit\":\"UNIT\"},\"permissions\":[\"read\"],\"reason\":\"-\"}"),
                unit(
                        200,
                        "GET /units/{key}/received",
                        Action.SEE_GRANTS,
                        "/units/UNIT/received",
                        ""),
                unit(
                        200,
                        "GET /units/{key}/requests",
                        Action.ASK_ACCESS,
                        "/units/UNIT/requests",
                        ""),
                unit(
                        409,
                        "POST /units/{key}/requests",
                        Action.ASK_ACCESS,
                        "/units/UNIT/requests",
                        "{\"of\":\"UNIT\",\"permissions\":[\"read\"],\"reason\":\"-\"}"),
                oneself(404, "GET /requests/{id}", "/requests/" + NOBODY, ""),
                oneself(
                        404,
                        "POST /requests/{id}/decision",
                        "/requests/" + NOBODY + "/decision",
                        "{\"granted\":true}"),
                oneself(404, "DELETE /requests/{id}", "/requests/" + NOBODY, ""),
                unit(200, "GET /units/{key}/endings", Action.GRANT, "/units/UNIT/endings", ""),
                unit(200, "GET /units/{key}/drift", Action.SEE_DRIFT, "/units/UNIT/drift", ""),
                federation(200, "GET /drift", Action.SEE_DRIFT, "/drift", ""),
                oneself(404, "POST /drift/{id}/repair", "/drift/" + NOBODY + "/repair", "{}"),
                oneself(
                        404,
                        "POST /drift/{id}/adoption",
                        "/drift/" + NOBODY + "/adoption",
                        "{\"reason\":\"-\"}"),
                oneself(404, "POST /grants/{id}/anew", "/grants/" + NOBODY + "/anew", "{}"),
                oneself(404, "POST /grants/{id}/renewal", "/grants/" + NOBODY + "/renewal", "{}"),
                unit(200, "GET /units/{key}/offers", Action.GRANT, "/units/UNIT/offers", ""),
                unit(
                        409,
                        "POST /units/{key}/offers",
                        Action.GRANT,
                        "/units/UNIT/offers",
                        "{\"person\":\"nobody at all\",\"permissions\":[\"read\"],"
                                + "\"until\":\"2001-01-01\"}"),
                oneself(200, "GET /offers", "/offers", ""),
                oneself(
                        404,
                        "POST /offers/{id}/answer",
                        "/offers/" + NOBODY + "/answer",
                        "{\"accept\":true}"),
                oneself(404, "DELETE /offers/{id}", "/offers/" + NOBODY, ""),
                unit(200, "GET /access", Action.SEE_GRANTS, "/access?workspace=UNIT", ""),
                federation(200, "GET /access", Action.SEE_REACH, "/access?person=PERSON", ""),
                oneself(200, "GET /access", "/access?person=me", ""),
                oneself(404, "GET /access", "/access?folder=" + NOBODY, ""),
                oneself(422, "GET /access", "/access", ""),
                oneself(404, "GET /grants/{id}", "/grants/" + NOBODY, ""),
                oneself(404, "PATCH /grants/{id}", "/grants/" + NOBODY, "{}"),
                oneself(404, "DELETE /grants/{id}", "/grants/" + NOBODY, ""),
                oneself(404, "GET /grants/{id}/history", "/grants/" + NOBODY + "/history", ""),
                unit(
                                200,
                                "GET /grants/{id}/history",
                                Action.SEE_GRANTS,
                                "/grants/GRANT/history",
                                "")
                        .seenBy(Action.SEE_GRANTS),
                unit(200, "GET /grants/{id}", Action.SEE_GRANTS, "/grants/GRANT", "")
                        .seenBy(Action.SEE_GRANTS),
                unit(
                                409,
                                "PATCH /grants/{id}",
                                Action.GRANT,
                                "/grants/GRANT",
                                "{\"until\":\"2001-01-01\"}")
                        .seenBy(Action.SEE_GRANTS),
                unit(204, "DELETE /grants/{id}", Action.END_GRANT, "/grants/GRANT", "")
                        .seenBy(Action.SEE_GRANTS),
                unit(200, "GET /invitations", Action.INVITE, "/invitations?unit=UNIT", ""),
                unit(
                        202,
                        "POST /invitations",
                        Action.INVITE,
                        "/invitations",
                        "{\"unit\":\"UNIT\",\"address\":\"nobody\"}"),
                unit(
                        404,
                        "POST /invitations/{id}/answer",
                        Action.SEE_UNIT,
                        "/invitations/INVITATION/answer",
                        "{\"accept\":true}"),
                oneself(404, "DELETE /invitations/{id}", "/invitations/" + NOBODY, ""),
                unit(204, "DELETE /invitations/{id}", Action.INVITE, "/invitations/INVITATION", "")
                        .seenBy(Action.INVITE),
                unit(200, "GET /duties", Action.SEE_DUTIES, "/duties?unit=UNIT", ""),
                unit(
                        404,
                        "POST /duties",
                        Action.GIVE_DUTIES,
                        "/duties",
                        "{\"person\":\"" + NOBODY + "\",\"duty\":\"auditor\",\"unit\":\"UNIT\"}"),
                unit(
                        404,
                        "DELETE /duties",
                        Action.GIVE_DUTIES,
                        "/duties?person=" + NOBODY + "&duty=auditor&unit=UNIT",
                        ""),
                unit(200, "GET /audit", Action.SEE_AUDIT, "/audit?unit=UNIT&limit=1", ""),
                federation(
                        200,
                        "GET /audit/verification",
                        Action.VERIFY_AUDIT,
                        "/audit/verification",
                        ""),
                federation(422, "PUT /structure", Action.RULE_STRUCTURE, "/structure", "broken\n"),
                federation(
                        404,
                        "POST /structure/{plan}/approval",
                        Action.RULE_STRUCTURE,
                        "/structure/" + NOBODY + "/approval",
                        hash),
                federation(200, "GET /rosters", Action.SEE_ROSTER, "/rosters", ""),
                federation(
                        404,
                        "POST /rosters",
                        Action.RULE_ROSTER,
                        "/rosters?profile=none",
                        "broken\n"),
                federation(404, "GET /rosters/{id}", Action.SEE_ROSTER, "/rosters/" + NOBODY, ""),
                federation(
                        404,
                        "POST /rosters/{id}/approval",
                        Action.RULE_ROSTER,
                        "/rosters/" + NOBODY + "/approval",
                        hash),
                federation(
                        404,
                        "GET /rosters/{id}/progress",
                        Action.SEE_ROSTER,
                        "/rosters/" + NOBODY + "/progress",
                        ""),
                federation(
                        404,
                        "POST /rosters/{id}/answers",
                        Action.RULE_ROSTER,
                        "/rosters/" + NOBODY + "/answers",
                        "{}"),
                federation(
                        404,
                        "POST /rosters/{id}/stop",
                        Action.RULE_ROSTER,
                        "/rosters/" + NOBODY + "/stop",
                        "{}"),
                federation(
                        404,
                        "POST /rosters/{id}/continuation",
                        Action.RULE_ROSTER,
                        "/rosters/" + NOBODY + "/continuation",
                        "{}"),
                federation(
                        404,
                        "GET /rosters/{id}/outcome",
                        Action.RULE_ROSTER,
                        "/rosters/" + NOBODY + "/outcome",
                        ""),
                federation(
                        404,
                        "POST /rosters/trial",
                        Action.RULE_ROSTER,
                        "/rosters/trial?profile=none",
                        "broken\n"),
                federation(
                        404,
                        "POST /rosters/comparison",
                        Action.RULE_ROSTER,
                        "/rosters/comparison?profile=none",
                        "broken\n"),
                federation(
                        200, "GET /rosters/expected", Action.SEE_ROSTER, "/rosters/expected", ""),
                federation(
                        409,
                        "POST /rosters/expected",
                        Action.RULE_ROSTER,
                        "/rosters/expected",
                        "{\"what\":\"owing\",\"from\":\"2001-01-01\",\"until\":\"2001-01-01\","
                                + "\"reason\":\"-\"}"),
                federation(
                        404,
                        "DELETE /rosters/expected/{id}",
                        Action.RULE_ROSTER,
                        "/rosters/expected/" + NOBODY,
                        ""),
                federation(200, "GET /rosters/due", Action.SEE_ROSTER, "/rosters/due", ""),
                federation(
                        409,
                        "POST /rosters/due/approval",
                        Action.RULE_ROSTER,
                        "/rosters/due/approval",
                        hash),
                federation(
                        404, "DELETE /rosters/{id}", Action.RULE_ROSTER, "/rosters/" + NOBODY, ""),
                federation(200, "GET /letters", Action.SEE_LETTERS, "/letters?limit=1", ""),
                federation(
                        404,
                        "POST /letters/{id}/attempts",
                        Action.SEND_LETTERS,
                        "/letters/" + NOBODY + "/attempts",
                        "{}"),
                federation(202, "POST /letters/trial", Action.SEND_LETTERS, "/letters/trial", "{}"),
                federation(200, "GET /targets", Action.SEE_TARGETS, "/targets", ""),
                federation(404, "GET /targets/{name}", Action.SEE_TARGETS, "/targets/nowhere", ""),
                federation(
                        404,
                        "POST /targets/{name}/runs",
                        Action.RUN_TARGETS,
                        "/targets/nowhere/runs",
                        "{}"),
                federation(
                        404,
                        "POST /targets/{name}/takeover",
                        Action.RUN_TARGETS,
                        "/targets/nowhere/takeover",
                        "{}"),
                federation(
                        200,
                        "GET /targets/ldap/adoption",
                        Action.RUN_TARGETS,
                        "/targets/ldap/adoption",
                        ""),
                federation(
                        404,
                        "POST /targets/ldap/adoption",
                        Action.RUN_TARGETS,
                        "/targets/ldap/adoption",
                        "{\"person\":\"" + NOBODY + "\",\"entry\":\"" + NOBODY + "\"}"),
                federation(
                        200,
                        "GET /targets/ldap/adoption/groups",
                        Action.RUN_TARGETS,
                        "/targets/ldap/adoption/groups",
                        ""),
                federation(
                        404,
                        "POST /targets/ldap/adoption/groups",
                        Action.RUN_TARGETS,
                        "/targets/ldap/adoption/groups",
                        "{\"unit\":\"nowhere\",\"entry\":\"" + NOBODY + "\"}"),
                federation(
                        200,
                        "GET /targets/{name}/adoption",
                        Action.RUN_TARGETS,
                        "/targets/working/adoption",
                        ""),
                federation(
                        404,
                        "POST /targets/{name}/adoption",
                        Action.RUN_TARGETS,
                        "/targets/working/adoption",
                        "{\"unit\":\"nowhere\",\"folder\":\"1\",\"hash\":\"-\"}"),
                federation(
                        404,
                        "GET /targets/{name}/adoption/{folder}",
                        Action.RUN_TARGETS,
                        "/targets/working/adoption/0?unit=nowhere",
                        ""),
                federation(
                        200,
                        "GET /targets/ldap/unknown",
                        Action.RUN_TARGETS,
                        "/targets/ldap/unknown",
                        ""),
                federation(
                        409,
                        "POST /targets/ldap/unknown/suspension",
                        Action.RUN_TARGETS,
                        "/targets/ldap/unknown/suspension",
                        hash),
                federation(404, "GET /runs/{id}", Action.SEE_TARGETS, "/runs/" + NOBODY, ""),
                federation(
                        404,
                        "POST /runs/{id}/approval",
                        Action.RUN_TARGETS,
                        "/runs/" + NOBODY + "/approval",
                        hash),
                federation(200, "GET /people/{id}", Action.SEE_PERSON, "/people/PERSON", "")
                        .seenBy(Action.SEE_PERSON),
                federation(
                        409,
                        "PATCH /people/{id}",
                        Action.CHANGE_LOGIN,
                        "/people/PERSON",
                        "{\"login\":\"member\"}"),
                oneself(404, "PATCH /people/{id}", "/people/PERSON", "{\"name\":\"Tafel\"}"),
                oneself(200, "GET /people/{id}", "/people/me", ""),
                oneself(422, "PATCH /people/{id}", "/people/me", "{}"),
                federation(
                        404,
                        "POST /people/{id}/password-link",
                        Action.ISSUE_PASSWORD_LINK,
                        "/people/" + NOBODY + "/password-link",
                        "{}"),
                anybody(422, "POST /password-links/redemption", "/password-links/redemption", "{}"),
                anybody(
                        202,
                        "POST /forgotten-passwords",
                        "/forgotten-passwords",
                        "{\"login\":\"nobody-at-all\"}"),
                anybody(
                        409,
                        "POST /activations",
                        "/activations",
                        "{\"secret\":\"-\",\"password\":\"-\",\"notice\":\"-\"}"),
                anybody(200, "GET /notice", "/notice", ""),
                oneself(
                        409,
                        "POST /notice/acceptance",
                        "/notice/acceptance",
                        "{\"version\":\"-\"}"),
                federation(200, "GET /welcome", Action.WELCOME, "/welcome?limit=1", ""),
                federation(204, "POST /welcome/pause", Action.WELCOME, "/welcome/pause", "{}"),
                federation(
                        204,
                        "POST /welcome/resumption",
                        Action.WELCOME,
                        "/welcome/resumption",
                        "{}"),
                federation(404, "POST /welcome/{id}", Action.WELCOME, "/welcome/" + NOBODY, "{}"),
                federation(
                                200,
                                "GET /people/{id}/record",
                                Action.SEE_RECORD,
                                "/people/PERSON/record",
                                "")
                        .seenBy(Action.SEE_RECORD),
                oneself(200, "GET /people/{id}/record", "/people/me/record", ""),
                unit(200, "GET /units/{key}/report", Action.SEE_REPORTS, "/units/UNIT/report", ""),
                federation(200, "GET /unused", Action.RULE_UNUSED, "/unused", ""),
                federation(
                        409, "POST /unused/approval", Action.RULE_UNUSED, "/unused/approval", hash),
                federation(
                        404,
                        "POST /unused/{person}/return",
                        Action.RULE_UNUSED,
                        "/unused/" + NOBODY + "/return",
                        "{}"),
                federation(200, "GET /statements", Action.SEE_REPORTS, "/statements", ""),
                oneself(200, "GET /retention", "/retention", ""),
                federation(200, "GET /addresses", Action.ANSWER_ADDRESS, "/addresses", ""),
                oneself(409, "POST /addresses/link", "/addresses/link", ""),
                anybody(
                        409,
                        "POST /addresses/confirmation",
                        "/addresses/confirmation",
                        "{\"secret\":\"nobody's\"}"),
                federation(
                        404,
                        "POST /addresses/{id}/decision",
                        Action.ANSWER_ADDRESS,
                        "/addresses/" + NOBODY + "/decision",
                        "{\"granted\":true}"),
                federation(200, "GET /erasures", Action.RULE_ERASURES, "/erasures", ""),
                federation(
                        409,
                        "POST /erasures/approval",
                        Action.RULE_ERASURES,
                        "/erasures/approval",
                        hash),
                federation(
                        404,
                        "DELETE /erasures/{person}",
                        Action.RULE_ERASURES,
                        "/erasures/" + NOBODY,
                        ""),
                oneself(200, "GET /rights", "/rights", ""),
                oneself(422, "POST /rights", "/rights", "{}"),
                federation(200, "GET /rights/open", Action.ANSWER_RIGHTS, "/rights/open", ""),
                federation(
                        404,
                        "POST /rights/{id}/decision",
                        Action.ANSWER_RIGHTS,
                        "/rights/" + NOBODY + "/decision",
                        "{\"granted\":true}"),
                oneself(200, "GET /releases", "/releases", ""),
                oneself(200, "GET /releases/open", "/releases/open", ""),
                unit(
                        409,
                        "POST /releases",
                        Action.ASK_RELEASE,
                        "/releases",
                        "{\"unit\":\"UNIT\",\"number\":\"1\",\"purpose\":\" \"}"),
                oneself(
                        404,
                        "POST /releases/{id}/decision",
                        "/releases/" + NOBODY + "/decision",
                        "{\"granted\":true,\"days\":3}"),
                oneself(404, "GET /releases/{id}/data", "/releases/" + NOBODY + "/data", ""),
                oneself(200, "GET /changes", "/changes", ""),
                oneself(200, "GET /changes/open", "/changes/open", ""),
                unit(
                        409,
                        "POST /changes",
                        Action.REQUEST_CHANGE,
                        "/changes",
                        "{\"unit\":\"UNIT\",\"number\":\"1\",\"kind\":\"moved\",\"text\":\" \"}"),
                oneself(200, "POST /changes/export", "/changes/export", "{}"),
                oneself(
                        404,
                        "POST /changes/{id}/decision",
                        "/changes/" + NOBODY + "/decision",
                        "{\"done\":true}"),
                oneself(200, "GET /me", "/me", ""),
                oneself(200, "GET /tokens", "/tokens", ""),
                oneself(
                        409,
                        "POST /tokens",
                        "/tokens",
                        "{\"name\":\"-\",\"scope\":\"read\",\"until\":\"2001-01-01\"}"),
                oneself(404, "DELETE /tokens/{id}", "/tokens/" + NOBODY, ""),
                anybody(422, "POST /session", "/session", "{}"),
                anybody(204, "DELETE /session", "/session", ""),
                anybody(409, "POST /setup", "/setup", "{\"code\":\"0\"}"));
    }
}
