package org.freihafen.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.access.Actor;
import org.freihafen.accounts.Account;
import org.freihafen.accounts.Username;
import org.freihafen.audit.AuditEntry;
import org.freihafen.audit.Trail;
import org.freihafen.erasure.Farewell;
import org.freihafen.ids.Ids;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.membership.Membership;
import org.freihafen.membership.Origin;
import org.freihafen.membership.Period;
import org.freihafen.membership.Person;
import org.freihafen.membership.Role;
import org.freihafen.membership.Status;
import org.freihafen.membership.Tombstones.Cause;
import org.junit.jupiter.api.Test;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Nothing that could be read of an erased person is left anywhere in a database. */
abstract class StoredErasure {
    private static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");
    private static final String NUMBER = "Z-4711";

    private final Ids ids = new Ids(() -> NOON, new Random(5));

    abstract JdbiContract store();

    private void sql(String sql, Object... values) {
        store().jdbi().useHandle(handle -> handle.execute(sql, values));
    }

    /** Everything that is kept of somebody called Zwetschge, in every table that keeps any. */
    private PersonId zwetschge(PersonId other, UnitId unit) {
        PersonId person = ids.person();
        UUID id = person.value();
        store().people()
                .add(
                        new Person(
                                person,
                                Optional.of(new MemberNumber(NUMBER)),
                                "Zwetschge",
                                "Zwetschge",
                                Optional.of("zwetschge@example.org"),
                                Status.LEFT,
                                Optional.of(LocalDate.EPOCH),
                                Optional.of(LocalDate.EPOCH),
                                new Person.Dues(-5, 1),
                                Origin.REGISTER));
        store().accounts()
                .add(
                        List.of(
                                new Account(
                                        person,
                                        new Username("zwetschge"),
                                        "Zwetschge",
                                        Account.State.SUSPENDED,
                                        false)));
        store().memberships()
                .add(
                        new Membership(
                                person,
                                unit,
                                Role.LEAD,
                                Period.since(LocalDate.EPOCH),
                                Origin.ELECTION));
        store().farewells()
                .begin(new Farewell(person, LocalDate.EPOCH, Cause.LEFT, 2, LocalDate.EPOCH));
        store().recoveryAddresses().confirm(person, "zwetschge@example.org", NOON);
        sql(
                "insert into address_claim values (?, ?, 'zwetschge@example.com', 'd', ?, ?,"
                        + " 'SENT')",
                id,
                id,
                at(),
                at());
        sql(
                "insert into guest values (?, ?, ?, 'für Zwetschge', ?, false)",
                id,
                unit.value(),
                other.value(),
                LocalDate.EPOCH);
        store().acceptances().accept(person, "1", NOON);
        sql("insert into arrival_letter values (?, ?, 'zwetschge@example.org', ?)", id, id, at());
        sql("insert into duty values (?, 'AUDITOR', ?, null)", id, unit.value());
        sql(
                "insert into token values (?, ?, 'Zwetschges Laptop', 'READ', 'd', ?, ?)",
                id,
                id,
                at(),
                at());
        sql("insert into password_link values (?, 'd', ?)", id, at());
        sql("insert into one_time_code values ('d', ?, ?)", id, at());
        UUID invitation = ids.next();
        sql(
                "insert into invitation (id, unit, addressed_to, made_by, made, until, withdrawn)"
                        + " values (?, ?, 'zwetschge@example.org', ?, ?, ?, false)",
                invitation,
                unit.value(),
                other.value(),
                at(),
                at());
        sql("insert into invitation_guest values (?, ?, 'ACCEPTED')", invitation, id);
        UUID letter = ids.next();
        sql(
                "insert into letter (id, person, address, template, made, stage, attempts, due,"
                        + " twice) values (?, ?, 'zwetschge@example.org', 'TRIAL', ?, 'SENT', 1, ?,"
                        + " false)",
                letter,
                id,
                at(),
                at());
        sql("insert into letter_fact values (?, 0, 'Zwetschge')", letter);
        sql("insert into workspace values (?, 'working', false)", unit.value());
        UUID grant = ids.next();
        sql(
                "insert into unit_grant (id, unit, to_kind, to_person, permissions, since, reason,"
                        + " decided_by, secured) values (?, ?, 'PERSON', ?, 1, ?, 'für Zwetschge',"
                        + " ?, false)",
                grant,
                unit.value(),
                id,
                LocalDate.EPOCH,
                other.value());
        sql(
                "insert into grant_version values (?, 1, ?, ?, 1, ?, null, 'für Zwetschge', false)",
                grant,
                at(),
                other.value(),
                LocalDate.EPOCH);
        UUID release = ids.next();
        sql(
                "insert into data_release (id, unit, asked_by, member_number, purpose, made,"
                        + " granted, person) values (?, ?, ?, ?, 'Ehrung von Zwetschge', ?, true,"
                        + " ?)",
                release,
                unit.value(),
                other.value(),
                NUMBER,
                at(),
                id);
        UUID refused = ids.next();
        sql(
                "insert into data_release (id, unit, asked_by, member_number, purpose, made)"
                        + " values (?, ?, ?, ?, 'Ehrung von Zwetschge', ?)",
                refused,
                unit.value(),
                other.value(),
                NUMBER,
                at());
        UUID change = ids.next();
        sql(
                "insert into change_request (id, unit, asked_by, member_number, kind, words, made,"
                        + " reason) values (?, ?, ?, ?, 'MOVED', 'Zwetschge zog um', ?, 'so')",
                change,
                unit.value(),
                other.value(),
                NUMBER,
                at());
        sql(
                "insert into rights_request (id, person, wanted, words, made, due, granted, reason,"
                        + " answered_by, answered) values (?, ?, 'ERASURE', 'Zwetschge weg', ?, ?,"
                        + " true, 'gut, Zwetschge', ?, ?)",
                ids.next(),
                id,
                at(),
                LocalDate.EPOCH,
                other.value(),
                at());
        sql(
                "insert into rights_request (id, person, wanted, words, made, due) values (?, ?,"
                        + " 'ERASURE', 'Zwetschge nochmals', ?, ?)",
                ids.next(),
                id,
                at(),
                LocalDate.EPOCH);
        UUID roster = ids.next();
        sql(
                "insert into roster (id, made, profile, encoding, stage, lines, problems) values"
                        + " (?, ?, 'sage', 'UTF-8', 'APPLIED', 1, 0)",
                roster,
                at());
        sql("insert into roster_reply values (?, ?, 'SAME')", roster, "RETURNED:" + NUMBER);
        Trail trail = store().trail(() -> NOON);
        trail.append(
                AuditEntry.of(Actor.of(other), "lead.named", unit, id)
                        .because("Zwetschge kann es"));
        trail.append(
                AuditEntry.of(Actor.of(other), "granted", unit, grant).because("für Zwetschge"));
        for (UUID about : List.of(release, refused, change)) {
            trail.append(
                    AuditEntry.of(Actor.of(other), "asked", unit, about).because("zu Zwetschge"));
        }
        trail.append(AuditEntry.of(Actor.of(person), "name.chosen").because("Zwetschge"));
        trail.append(AuditEntry.of(Actor.of(person), "unit.renamed", unit).because("klarer"));
        return person;
    }

    private static OffsetDateTime at() {
        return NOON.atOffset(ZoneOffset.UTC);
    }

    private void erase(PersonId person) {
        Person known = store().people().byId(person).orElseThrow();
        store().tombstones().raise(person, known.number(), Cause.LEFT, NOON);
        new JdbiRemains(store().jdbi()).erase(person, known.number());
        store().accounts().save(store().accounts().byId(person).orElseThrow().erased());
        store().people().save(known.erased());
        store().farewells().end(person);
    }

    /** Every value of every table, as text, with where it stands. */
    private List<String> everything() {
        return store().jdbi()
                .withHandle(handle -> {
                    List<String> tables =
                            handle.createQuery(
                                            "select table_name from information_schema.tables where"
                                                    + " table_schema = 'public'")
                                    .mapTo(String.class)
                                    .list();
                    List<String> all = new ArrayList<>();
                    for (String table : tables) {
                        all.addAll(
                                handle.createQuery("select * from " + table)
                                        .map((row, _) -> table + ": " + values(row))
                                        .list());
                    }
                    return all;
                });
    }

    private static String values(ResultSet row) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            values.add(String.valueOf(row.getObject(i)));
        }
        return String.join(" | ", values);
    }

    private Set<String> tablesThatTell() {
        Set<String> tables = new TreeSet<>();
        for (String value : everything()) {
            String text = value.toLowerCase(Locale.ROOT);
            if (text.contains("zwetschge") || text.contains(NUMBER.toLowerCase(Locale.ROOT))) {
                tables.add(value.replaceFirst(":.*", ""));
            }
        }
        return tables;
    }

    @Test
    void nothing_readable_of_an_erased_person_is_left_and_the_chain_is_whole() {
        PersonId other = store().somebody();
        UnitId unit = store().someUnit();
        PersonId person = zwetschge(other, unit);
        assertThat(tablesThatTell()).hasSizeGreaterThan(13);

        erase(person);

        assertThat(tablesThatTell()).isEmpty();
        assertThat(store().rightsRequests().open()).as("nobody is left to answer").isEmpty();
        assertThat(everything())
                .as("what names the id")
                .filteredOn(value -> value.contains(person.toString()))
                .allMatch(value ->
                        value.matches(
                                "(?s)(person|account|tombstone|audit_line|audit_subject|rights_request):.*"));
        assertThat(store().trail(() -> NOON).firstBroken()).isEmpty();
        assertThat(store().tombstones().among(List.of(new MemberNumber(NUMBER)))).hasSize(1);
        assertThat(store().accounts().taken(new Username("zwetschge"))).isTrue();
    }

    @Test
    void what_somebody_decided_for_a_unit_stays_with_its_reason_and_so_does_everybody_else() {
        PersonId other = store().somebody();
        UnitId unit = store().someUnit();
        PersonId person = zwetschge(other, unit);
        store().memberships()
                .add(
                        new Membership(
                                other,
                                unit,
                                Role.MEMBER,
                                Period.since(LocalDate.EPOCH),
                                Origin.INVITATION));
        store().trail(() -> NOON)
                .append(
                        AuditEntry.of(Actor.of(other), "lead.named", unit, other.value())
                                .because("gewählt"));

        erase(person);

        assertThat(store().trail(() -> NOON).lines(Trail.Question.everything(), 0, 99))
                .extracting(line -> line.entry().why().orElse("–"))
                .containsExactly("–", "–", "–", "–", "–", "–", "klarer", "gewählt");
        assertThat(store().memberships().in(unit, LocalDate.EPOCH))
                .extracting(Membership::person)
                .containsExactly(other);
        assertThat(store().people().byId(other).orElseThrow().givenName()).isEqualTo("Rosa");
    }
}
