package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.erasure.Remains;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.MemberNumber;
import org.jdbi.v3.core.Jdbi;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Erases what the database holds of a person, table by table. A test holds every table of {@link
 * HeldSource} to be here or among those that stay.
 */
@Dependent
public class JdbiRemains implements Remains {
    /** What stays of the tables that are not erased, and why. */
    static final Map<String, String> STAYS =
            Map.of(
                    "person", "its use case leaves the id",
                    "account", "its use case leaves the id, and the login name as a keyed digest",
                    "farewell", "its use case ends it",
                    "tombstone", "the id and a keyed digest of the member number",
                    "access_request", "asked and answered for units, under the id",
                    "invitation", "the id of whoever invited; after a while all of it goes",
                    "roster", "the ids of those who read and approved it",
                    "run_line", "ids only; after a while all of it goes",
                    "audit_line", "ids only; the words stand in audit_text");

    private static final String GRANTED = "(select id from unit_grant where to_person = ?)";

    /** In this order. Each question mark is the person, or the member number. */
    private static final List<Rule> RULES =
            List.of(
                    person(
                            "audit_text",
                            "delete from audit_text where number in (select number from"
                                    + " audit_subject where subject = ?) or number in (select"
                                    + " number from audit_subject where subject in (select id from"
                                    + " data_release where person = ?)) or number in (select number"
                                    + " from audit_subject where subject in "
                                    + GRANTED
                                    + ") or number in (select number from audit_line where actor ="
                                    + " ? and unit is null)"),
                    number(
                            "audit_text",
                            "delete from audit_text where number in (select number from"
                                    + " audit_subject where subject in (select id from data_release"
                                    + " where member_number = ?) or subject in (select id from"
                                    + " change_request where member_number = ?))"),
                    person("account_use", "delete from account_use where person = ?"),
                    person("recovery_address", "delete from recovery_address where person = ?"),
                    person("address_claim", "delete from address_claim where person = ?"),
                    person("guest", "delete from guest where person = ?"),
                    person("notice_acceptance", "delete from notice_acceptance where person = ?"),
                    person("arrival_letter", "delete from arrival_letter where person = ?"),
                    person("membership", "delete from membership where person = ?"),
                    person("duty", "delete from duty where person = ?"),
                    person("token", "delete from token where person = ?"),
                    person("password_link", "delete from password_link where person = ?"),
                    person("one_time_code", "delete from one_time_code where person = ?"),
                    person(
                            "letter_fact",
                            "delete from letter_fact where letter in (select id from letter where"
                                    + " person = ?)"),
                    person("letter", "delete from letter where person = ?"),
                    person(
                            "invitation_guest",
                            "update invitation set addressed_to = '' where id in (select invitation"
                                    + " from invitation_guest where person = ?) and id not in"
                                    + " (select invitation from invitation_guest where person <>"
                                    + " ?)"),
                    person("invitation_guest", "delete from invitation_guest where person = ?"),
                    person("person_offer", "delete from person_offer where person = ?"),
                    person(
                            "grant_reminder",
                            "delete from grant_reminder where grant_id in " + GRANTED),
                    person(
                            "grant_version",
                            "delete from grant_version where grant_id in " + GRANTED),
                    person(
                            "link_password",
                            "delete from link_password where grant_id in " + GRANTED),
                    person("cloud_link", "delete from cloud_link where grant_id in " + GRANTED),
                    person("drift", "delete from drift where to_person = ?"),
                    person("drift", "update drift set made_by = null where made_by = ?"),
                    person("unit_grant", "delete from unit_grant where to_person = ?"),
                    person("data_release", "delete from data_release where person = ?"),
                    number("data_release", "delete from data_release where member_number = ?"),
                    number("change_request", "delete from change_request where member_number = ?"),
                    person(
                            "rights_request",
                            "delete from rights_request where person = ? and answered is null"),
                    person(
                            "rights_request",
                            "update rights_request set words = '', reason = case when reason is"
                                    + " null then null else '' end where person = ?"),
                    number(
                            "roster_reply",
                            "delete from roster_reply where question like '%:' || ? or question"
                                    + " like '%:' || ? || ':%'"));

    private final Statements statements;

    @Inject
    public JdbiRemains(Jdbi jdbi) {
        this.statements = new Statements(jdbi);
    }

    /** How one table is erased. */
    private record Rule(String table, boolean byNumber, String sql) {
        Object[] values(Object value) {
            int asked = Math.toIntExact(sql.chars().filter(c -> c == '?').count());
            return Collections.nCopies(asked, value).toArray();
        }
    }

    private static Rule person(String table, String sql) {
        return new Rule(table, false, sql);
    }

    private static Rule number(String table, String sql) {
        return new Rule(table, true, sql);
    }

    /** The tables that are erased. */
    static Set<String> tables() {
        return Set.copyOf(RULES.stream().map(Rule::table).distinct().toList());
    }

    @Override
    public Set<UnitId> erase(PersonId person, Optional<MemberNumber> number) {
        return statements.together(() -> {
            List<UnitId> granting =
                    statements.list(
                            "select distinct unit from unit_grant where to_person = ?",
                            (row, _) -> Columns.unit(row, 1),
                            person.value());
            for (Rule rule : RULES) {
                Optional<Object> value =
                        rule.byNumber()
                                ? number.map(MemberNumber::value)
                                : Optional.of(person.value());
                value.ifPresent(v -> statements.update(rule.sql(), rule.values(v)));
            }
            return Set.copyOf(granting);
        });
    }
}
