package org.freihafen.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.freihafen.ids.PersonId;
import org.freihafen.retention.Retention;
import org.freihafen.retention.ShippedRetention;
import org.freihafen.store.HeldSource.Column;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The record of a person is whole: every column of the schema that can hold somebody's id, and
 * every column beside it, is in {@link HeldSource}, or stands here with the reason why not.
 */
class HouseRecordTest {
    private static final String NO_PERSON = "not a person's id";

    /** Columns of UUIDs that stand outside the tables of {@link HeldSource}, and why. */
    private static final Map<String, String> OTHER_IDS =
            Map.ofEntries(
                    Map.entry("instance.id", NO_PERSON),
                    Map.entry("unit.id", NO_PERSON),
                    Map.entry("unit.parent", NO_PERSON),
                    Map.entry("workspace.unit", NO_PERSON),
                    Map.entry("folder.id", NO_PERSON),
                    Map.entry("folder.unit", NO_PERSON),
                    Map.entry("run.id", NO_PERSON),
                    Map.entry("run_loss.run", NO_PERSON),
                    Map.entry("structure_plan.id", NO_PERSON),
                    Map.entry("cloud_object.unit", NO_PERSON),
                    Map.entry("tally.unit", NO_PERSON),
                    Map.entry("monthly_statement.branch", NO_PERSON),
                    Map.entry("link_password.grant_id", NO_PERSON),
                    Map.entry("shown_anew.grant_id", NO_PERSON),
                    Map.entry("grant_reminder.grant_id", NO_PERSON),
                    Map.entry("drift_letter.drift", NO_PERSON),
                    Map.entry("cloud_link.grant_id", NO_PERSON),
                    Map.entry("cloud_group.unit", NO_PERSON),
                    Map.entry("roster_count.roster", NO_PERSON),
                    Map.entry(
                            "roster_piece.roster",
                            "the pieces of a file that waits; once approved it is in the register,"
                                    + " else it is deleted"),
                    Map.entry("audit_subject.subject", "by it the lines of audit_line are found"));

    /** Columns of the tables of {@link HeldSource} that the record leaves out, and why. */
    private static final Map<String, String> LEFT_OUT =
            Map.ofEntries(
                    Map.entry("person.email_folded", "the address again, in lower case"),
                    Map.entry("account.person", "the person"),
                    Map.entry("account.sandbox", "true only for logins that are nobody"),
                    Map.entry("membership.person", "the person"),
                    Map.entry("membership.latest", "which of several rows is the last"),
                    Map.entry("farewell.person", "the person"),
                    Map.entry("tombstone.person", "the person"),
                    Map.entry("tombstone.number_digest", "a proof that nobody can read"),
                    Map.entry("duty.person", "the person"),
                    Map.entry("unit_grant.id", NO_PERSON),
                    Map.entry("unit_grant.to_address", "names somebody outside"),
                    Map.entry("grant_version.grant_id", NO_PERSON),
                    Map.entry("grant_version.number", "its place among the decisions"),
                    Map.entry("drift.id", NO_PERSON),
                    Map.entry("drift.cloud", "where it lies"),
                    Map.entry("drift.object", NO_PERSON),
                    Map.entry("drift.folder", NO_PERSON),
                    Map.entry("drift.came_from", "an earlier place of the folder"),
                    Map.entry("drift.to_kind", "beside to_person"),
                    Map.entry("drift.to_unit", NO_PERSON),
                    Map.entry("drift.to_part", NO_PERSON),
                    Map.entry("drift.to_address", "names somebody outside"),
                    Map.entry("drift.secured", "about a link"),
                    Map.entry("drift.stranger", "names nobody of ours"),
                    Map.entry("drift.was_permissions", "about the share"),
                    Map.entry("drift.was_until", "about the share"),
                    Map.entry("drift.is_permissions", "about the share"),
                    Map.entry("drift.is_until", "about the share"),
                    Map.entry("drift.law", "what became of it by itself"),
                    Map.entry("drift.run", NO_PERSON),
                    Map.entry("drift.last_seen", "when a run looked"),
                    Map.entry("drift.done", "when a run did it"),
                    Map.entry("invitation.id", NO_PERSON),
                    Map.entry("invitation.addressed_to", "names somebody else"),
                    Map.entry("invitation_guest.invitation", NO_PERSON),
                    Map.entry("invitation_guest.person", "the person"),
                    Map.entry("token.id", NO_PERSON),
                    Map.entry("token.person", "the person"),
                    Map.entry("token.secret_digest", "a proof, no secret and nothing to read"),
                    Map.entry("password_link.person", "the person"),
                    Map.entry("password_link.secret_digest", "a proof"),
                    Map.entry("one_time_code.person", "the person"),
                    Map.entry("one_time_code.secret_digest", "a proof"),
                    Map.entry("roster.id", NO_PERSON),
                    Map.entry("roster.first_hash", "a proof"),
                    Map.entry("roster.steps", "about the file"),
                    Map.entry("roster.done", "about the file"),
                    Map.entry("roster.left_out", "about the file"),
                    Map.entry("roster.encoding", "about the file"),
                    Map.entry("roster.problems", "about the file"),
                    Map.entry("rights_request.id", NO_PERSON),
                    Map.entry("data_release.id", NO_PERSON),
                    Map.entry("data_release.member_number", "stands in the register"),
                    Map.entry("change_request.id", NO_PERSON),
                    Map.entry("change_request.member_number", "stands in the register"),
                    Map.entry("person_offer.id", NO_PERSON),
                    Map.entry("person_offer.grant_id", NO_PERSON),
                    Map.entry("person_offer.address", "may name somebody else"),
                    Map.entry("person_offer.person", "the person, or somebody else"),
                    Map.entry("access_request.id", NO_PERSON),
                    Map.entry("access_request.grant_id", NO_PERSON),
                    Map.entry("recovery_address.person", "the person"),
                    Map.entry("address_claim.id", NO_PERSON),
                    Map.entry("address_claim.person", "the person"),
                    Map.entry("address_claim.secret_digest", "a proof"),
                    Map.entry(
                            "guest.reminded", "whether a letter went out, which the letters tell"),
                    Map.entry("notice_acceptance.person", "the person"),
                    Map.entry("account_use.person", "the person"),
                    Map.entry("arrival_letter.person", "the person"),
                    Map.entry("arrival_letter.letter", NO_PERSON),
                    Map.entry("letter.id", NO_PERSON),
                    Map.entry("letter.person", "the person"),
                    Map.entry("letter.desk", "of letters to nobody in particular"),
                    Map.entry("letter_fact.letter", NO_PERSON),
                    Map.entry("letter_fact.place", "its place in the letter"),
                    Map.entry("run_line.run", NO_PERSON),
                    Map.entry("run_line.number", "its place in the run"),
                    Map.entry("audit_line.number", "its place in the trail"),
                    Map.entry("audit_line.reason_digest", "a proof"),
                    Map.entry("audit_line.previous", "a proof"),
                    Map.entry("audit_line.hash", "a proof"));

    private final TestDatabase database = TestDatabase.h2();

    private Stream<String> columns(String which) {
        return database
                .jdbi()
                .withHandle(handle ->
                        handle.createQuery(
                                        "select table_name || '.' || column_name from"
                                                + " information_schema.columns where table_schema ="
                                                + " 'public' and table_name <>"
                                                + " 'flyway_schema_history' and "
                                                + which)
                                .mapTo(String.class)
                                .list())
                .stream();
    }

    private static Set<String> tables() {
        return HeldSource.ALL.stream().map(HeldSource::table).collect(Collectors.toSet());
    }

    @Test
    void every_column_of_ids_is_in_the_record_or_has_its_reason() {
        Set<String> missing =
                columns("data_type = 'UUID'")
                        .filter(column -> !tables().contains(column.replaceFirst("\\..*", "")))
                        .filter(column -> !OTHER_IDS.containsKey(column))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(missing)
                .as(
                        "may hold a person's id: put the table into HeldSource (with a row in"
                                + " config/retention.properties), or name the column here with the"
                                + " reason why not")
                .isEmpty();
    }

    @Test
    void every_column_beside_a_persons_id_is_in_the_record_or_has_its_reason() {
        Set<String> told =
                HeldSource.ALL.stream()
                        .flatMap(source ->
                                source.columns().stream()
                                        .map(Column::name)
                                        .map(name -> source.table() + "." + name))
                        .collect(Collectors.toSet());
        Set<String> missing =
                columns("1 = 1")
                        .filter(column -> tables().contains(column.replaceFirst("\\..*", "")))
                        .filter(column -> !told.contains(column))
                        .filter(column -> !LEFT_OUT.containsKey(column))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(missing)
                .as("put it into HeldSource, or name it here with the reason why not")
                .isEmpty();
    }

    @Test
    void every_table_of_the_record_is_erased_or_stays_for_a_reason() {
        assertThat(tables())
                .as("give it a rule in JdbiRemains, or a reason there to stay")
                .allMatch(table ->
                        JdbiRemains.tables().contains(table)
                                || JdbiRemains.STAYS.containsKey(table));
    }

    @Test
    void no_reason_stands_for_a_column_that_is_gone() {
        Set<String> all = columns("1 = 1").collect(Collectors.toSet());

        assertThat(all).containsAll(OTHER_IDS.keySet()).containsAll(LEFT_OUT.keySet());
    }

    @Test
    void every_part_says_what_it_is_for_and_how_long_it_is_kept() {
        Retention retention = ShippedRetention.read();

        assertThat(new JdbiHeld(database.jdbi()).of(new PersonId(new UUID(1, 1))))
                .isNotEmpty()
                .allSatisfy(part -> {
                    assertThat(retention.row(part.name()).why("de")).isNotEmpty();
                    assertThat(part.entries()).isEmpty();
                });
    }
}
