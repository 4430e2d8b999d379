package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.ids.PersonId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.membership.Origin;
import org.freihafen.membership.People;
import org.freihafen.membership.Person;
import org.freihafen.membership.Person.Dues;
import org.freihafen.membership.Status;
import org.freihafen.store.Statements.Any;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** People in the database. */
@Dependent
public class JdbiPeople implements People {
    /** As {@link #person} reads them. */
    static final String COLUMNS =
            "id, member_number, given_name, family_name, email, status, joined_on, left_on,"
                    + " balance_cents, reminders, person.origin";

    private static final String SELECT = "select " + COLUMNS + " from person";

    private static final List<String> PRESENT =
            Arrays.stream(Status.values()).filter(Status::present).map(Status::name).toList();

    private final Statements statements;

    @Inject
    public JdbiPeople(Jdbi jdbi) {
        this.statements = new Statements(jdbi);
    }

    @Override
    public Optional<Person> byId(PersonId id) {
        return statements.first(SELECT + " where id = ?", (row, _) -> person(row), id.value());
    }

    @Override
    public Optional<Person> lock(PersonId id) {
        return statements.first(
                SELECT + " where id = ? for update", (row, _) -> person(row), id.value());
    }

    @Override
    public Map<PersonId, Person> byIds(Set<PersonId> ids) {
        return statements
                .list(
                        SELECT + Any.UUIDS + "id = want",
                        (row, _) -> person(row),
                        Any.uuids(ids.stream().map(PersonId::value).toList()))
                .stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
    }

    @Override
    public Optional<Person> byNumber(MemberNumber number) {
        return statements.first(
                SELECT + " where member_number = ?", (row, _) -> person(row), number.value());
    }

    @Override
    public Map<MemberNumber, PersonId> byNumbers(Set<MemberNumber> numbers) {
        Map<MemberNumber, PersonId> found = new HashMap<>();
        statements.stream(
                "select member_number, id from person" + Any.TEXTS + "member_number = want",
                row -> found.put(new MemberNumber(row.getString(1)), Columns.person(row, 2)),
                Any.texts(numbers.stream().map(MemberNumber::value).toList()));
        return found;
    }

    @Override
    public List<Person> byEmail(String email) {
        return statements.list(
                SELECT + " where email_folded = ? order by id",
                (row, _) -> person(row),
                folded(email));
    }

    @Override
    public void add(Collection<Person> people) {
        statements.batch(
                "insert into person (member_number, given_name, family_name, email, email_folded,"
                        + " status, joined_on, left_on, balance_cents, reminders, origin, id)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                people,
                JdbiPeople::values);
    }

    @Override
    public void save(Collection<Person> people) {
        statements.together(() -> {
            if (byIds(people.stream().map(Person::id).collect(Collectors.toSet())).size()
                    < people.size()) {
                throw new IllegalStateException("the database does not have all these people");
            }
            statements.batch(
                    "update person set member_number = ?, given_name = ?, family_name = ?,"
                            + " email = ?, email_folded = ?, status = ?, joined_on = ?,"
                            + " left_on = ?, balance_cents = ?, reminders = ?, origin = ?"
                            + " where id = ?",
                    people,
                    JdbiPeople::values);
        });
    }

    @Override
    public boolean anybodyDue(LocalDate today) {
        return statements
                .first(
                        "select 1 from person"
                                + Any.TEXTS
                                + "status = want where left_on <= ? and origin = ? limit 1",
                        (_, _) -> true,
                        Any.texts(PRESENT),
                        today,
                        Origin.REGISTER)
                .isPresent();
    }

    private static @Nullable Object[] values(Person person) {
        return new @Nullable Object[] {
            person.number().map(MemberNumber::value).orElse(null),
            person.givenName(),
            person.familyName(),
            person.email().orElse(null),
            person.email().map(JdbiPeople::folded).orElse(null),
            person.status(),
            person.joined().orElse(null),
            person.left().orElse(null),
            person.dues().balanceCents(),
            person.dues().reminders(),
            person.origin(),
            person.id().value()
        };
    }

    private static String folded(String email) {
        return email.toLowerCase(Locale.ROOT);
    }

    static Person person(ResultSet row) throws SQLException {
        return new Person(
                Columns.person(row, 1),
                Columns.optionalText(row, 2).map(MemberNumber::new),
                row.getString(3),
                row.getString(4),
                Columns.optionalText(row, 5),
                Columns.constant(row, 6, Status.class),
                Columns.optionalDay(row, 7),
                Columns.optionalDay(row, 8),
                new Dues(row.getInt(9), row.getInt(10)),
                Columns.constant(row, 11, Origin.class));
    }
}
