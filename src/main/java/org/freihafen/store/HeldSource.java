package org.freihafen.store;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One table that holds something about people, and how to find what it holds about one. All of them
 * together are the record of a person; a test walks the schema and finds what is missing here.
 *
 * @param part as in the retention table
 * @param found the rows of one person; each question mark is their id
 */
record HeldSource(String part, String table, List<Column> columns, String found) {
    static final List<HeldSource> ALL =
            List.of(
                    new HeldSource(
                            "register",
                            "person",
                            columns(
                                    "id text",
                                    "member_number text",
                                    "given_name text",
                                    "family_name text",
                                    "email text",
                                    "status text",
                                    "joined_on day",
                                    "left_on day",
                                    "balance_cents number",
                                    "reminders number",
                                    "origin text"),
                            "id = ?"),
                    new HeldSource(
                            "account",
                            "account",
                            columns("username text", "display_name text", "state text"),
                            "person = ?"),
                    new HeldSource(
                            "account",
                            "account_use",
                            columns("bound day", "came day", "told day"),
                            "person = ?"),
                    new HeldSource(
                            "account",
                            "recovery_address",
                            columns("address text", "confirmed moment"),
                            "person = ?"),
                    new HeldSource(
                            "account",
                            "address_claim",
                            columns("address text", "made moment", "until moment", "stage text"),
                            "person = ?"),
                    new HeldSource(
                            "account",
                            "notice_acceptance",
                            columns("version text", "at moment"),
                            "person = ?"),
                    new HeldSource(
                            "account",
                            "arrival_letter",
                            columns("address text", "written moment"),
                            "person = ?"),
                    new HeldSource(
                            "farewell",
                            "farewell",
                            columns(
                                    "since day",
                                    "cause text",
                                    "told number",
                                    "last day",
                                    "written moment"),
                            "person = ?"),
                    new HeldSource(
                            "farewell",
                            "tombstone",
                            columns("cause text", "erased moment"),
                            "person = ?"),
                    new HeldSource(
                            "guests",
                            "guest",
                            columns(
                                    "person person",
                                    "unit unit",
                                    "sponsor person",
                                    "purpose text",
                                    "until day"),
                            "person = ? or sponsor = ? order by person"),
                    new HeldSource(
                            "memberships",
                            "membership",
                            columns(
                                    "unit unit",
                                    "role text",
                                    "since day",
                                    "until day",
                                    "origin text"),
                            "person = ? order by since, unit"),
                    new HeldSource(
                            "duties",
                            "duty",
                            columns("duty text", "unit unit", "until moment"),
                            "person = ? order by duty, unit"),
                    new HeldSource(
                            "grants",
                            "unit_grant",
                            columns(
                                    "decided_by person",
                                    "unit unit",
                                    "folder text (select path from folder where folder.id ="
                                            + " unit_grant.folder)",
                                    "to_unit unit",
                                    "to_part text",
                                    "to_kind text",
                                    "to_person person",
                                    "secured text " + yesOrNo("secured"),
                                    "permissions number",
                                    "since day",
                                    "until day",
                                    "reason text"),
                            "decided_by = ? or to_person = ? order by id"),
                    new HeldSource(
                            "grants",
                            "grant_version",
                            columns(
                                    "decided_by person",
                                    "since moment",
                                    "permissions number",
                                    "valid_from day",
                                    "valid_until day",
                                    "secured text " + yesOrNo("secured"),
                                    "reason text"),
                            "decided_by = ? order by grant_id, number"),
                    new HeldSource(
                            "grants",
                            "drift",
                            columns(
                                    "made_by person",
                                    "to_person person",
                                    "answered_by person",
                                    "unit unit",
                                    "what text",
                                    "path text",
                                    "since moment",
                                    "choice text",
                                    "answered moment"),
                            "made_by = ? or to_person = ? or answered_by = ? order by id"),
                    new HeldSource(
                            "invitations",
                            "invitation",
                            columns(
                                    "made_by person",
                                    "unit unit",
                                    "made moment",
                                    "until moment",
                                    "withdrawn text " + yesOrNo("withdrawn")),
                            "made_by = ? order by id"),
                    new HeldSource(
                            "invitations",
                            "invitation_guest",
                            columns(
                                    "unit unit (select unit from invitation where id ="
                                            + " invitation)",
                                    "made_by person (select made_by from invitation where id ="
                                            + " invitation)",
                                    "made moment (select made from invitation where id ="
                                            + " invitation)",
                                    "until moment (select until from invitation where id ="
                                            + " invitation)",
                                    "answer text"),
                            "person = ? order by invitation"),
                    new HeldSource(
                            "secrets",
                            "token",
                            columns("name text", "scope text", "made moment", "until moment"),
                            "person = ? order by made"),
                    new HeldSource(
                            "secrets", "password_link", columns("until moment"), "person = ?"),
                    new HeldSource(
                            "secrets", "one_time_code", columns("until moment"), "person = ?"),
                    new HeldSource(
                            "rosters",
                            "roster",
                            columns(
                                    "made_by person",
                                    "first_by person",
                                    "approved_by person",
                                    "made moment",
                                    "profile text",
                                    "stage text",
                                    "lines number"),
                            "made_by = ? or first_by = ? or approved_by = ? order by id"),
                    new HeldSource(
                            "rights",
                            "rights_request",
                            columns(
                                    "person person",
                                    "wanted text",
                                    "words text (case when person = ? then words end)",
                                    "made moment",
                                    "due day",
                                    "granted text " + yesOrNo("granted"),
                                    "answered_by person",
                                    "answered moment",
                                    "reason text"),
                            "person = ? or answered_by = ? order by id"),
                    new HeldSource(
                            "releases",
                            "data_release",
                            columns(
                                    "unit unit",
                                    "asked_by person",
                                    "person person",
                                    "purpose text (case when person = ? or asked_by = ? then"
                                            + " purpose end)",
                                    "made moment",
                                    "granted text " + yesOrNo("granted"),
                                    "answered_by person",
                                    "answered moment",
                                    "reason text",
                                    "until moment"),
                            "person = ? or asked_by = ? or answered_by = ? order by id"),
                    new HeldSource(
                            "changes",
                            "change_request",
                            columns(
                                    "unit unit",
                                    "asked_by person",
                                    "kind text",
                                    "words text (case when member_number = (select member_number"
                                            + " from person where person.id = ?) then words end)",
                                    "made moment",
                                    "exported moment",
                                    "granted text " + yesOrNo("granted"),
                                    "answered_by person",
                                    "answered moment",
                                    "reason text"),
                            "asked_by = ? or answered_by = ? or member_number = (select"
                                    + " member_number from person where person.id = ?) order by"
                                    + " id"),
                    new HeldSource(
                            "grants",
                            "person_offer",
                            columns(
                                    "unit unit",
                                    "folder text (select path from folder where folder.id ="
                                            + " person_offer.folder)",
                                    "because unit",
                                    "permissions number",
                                    "until day",
                                    "reason text",
                                    "made_by person",
                                    "made moment",
                                    "waits_until moment",
                                    "stage text (case when person = ? then stage end)"),
                            "person = ? or made_by = ? order by id"),
                    new HeldSource(
                            "requests",
                            "access_request",
                            columns(
                                    "by_unit unit",
                                    "of_unit unit",
                                    "part text",
                                    "asked_by person",
                                    "folder text",
                                    "permissions number",
                                    "until day",
                                    "reason text",
                                    "made moment",
                                    "waits_until moment",
                                    "stage text",
                                    "answered_by person",
                                    "answered moment",
                                    "answer text"),
                            "asked_by = ? or answered_by = ? order by id"),
                    new HeldSource(
                            "letters",
                            "letter",
                            columns(
                                    "made moment",
                                    "template text",
                                    "language text",
                                    "address text",
                                    "stage text",
                                    "attempts number",
                                    "due moment",
                                    "twice text " + yesOrNo("twice"),
                                    "trouble text"),
                            "person = ? order by id"),
                    new HeldSource(
                            "letters",
                            "letter_fact",
                            columns("fact text"),
                            "letter in (select id from letter where person = ?) order by letter,"
                                    + " place"),
                    new HeldSource(
                            "runs",
                            "run_line",
                            columns(
                                    "at moment (select started from run where id = run)",
                                    "line ids",
                                    "result text",
                                    "reason ids"),
                            "line like '%' || cast(? as varchar(36)) || '%' order by run, number"),
                    new HeldSource(
                            "audit",
                            "audit_line",
                            columns(
                                    "at moment",
                                    "actor person",
                                    "what text",
                                    "unit unit",
                                    "reason text (select reason from audit_text where"
                                            + " audit_text.number = audit_line.number)"),
                            "actor = ? or number in (select number from audit_subject where"
                                    + " subject = ?) order by number"));

    /** What a column means. */
    enum Sort {
        TEXT,
        /** Text in which ids of others may stand. */
        IDS,
        NUMBER,
        DAY,
        MOMENT,
        UNIT,
        PERSON
    }

    /** A column, or what stands for it elsewhere. */
    record Column(String name, Sort sort, String sql) {}

    /** Each as name, sort and, if it stands elsewhere, the SQL that finds it. */
    private static List<Column> columns(String... columns) {
        return Arrays.stream(columns)
                .map(column -> column.split(" ", 3))
                .map(parts ->
                        new Column(
                                parts[0],
                                Sort.valueOf(parts[1].toUpperCase(Locale.ROOT)),
                                parts.length == 3 ? parts[2] : parts[0]))
                .toList();
    }

    private static String yesOrNo(String column) {
        return "(case when %s then 'YES' when not %s then 'NO' end)".formatted(column, column);
    }

    String sql() {
        return columns.stream()
                .map(Column::sql)
                .collect(Collectors.joining(", ", "select ", " from " + table + " where " + found));
    }

    /** How often the person is asked for. */
    int asked() {
        return Math.toIntExact(sql().chars().filter(c -> c == '?').count());
    }
}
