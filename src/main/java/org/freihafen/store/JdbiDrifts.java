package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.drift.Drift;
import org.freihafen.drift.Drift.Answer;
import org.freihafen.drift.Drift.Choice;
import org.freihafen.drift.Drifts;
import org.freihafen.drift.Found;
import org.freihafen.drift.Found.Law;
import org.freihafen.drift.Found.Place;
import org.freihafen.drift.Found.Terms;
import org.freihafen.drift.Found.What;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.ids.FolderId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.RunId;
import org.freihafen.ids.UnitId;
import org.freihafen.shares.Grantee;
import org.freihafen.store.Statements.Any;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What was done by hand in clouds, in the database. */
@Dependent
public class JdbiDrifts implements Drifts {
    private static final String COLUMNS =
            "cloud, unit, what, object, folder, path, came_from, to_kind, to_unit, to_part,"
                    + " to_person, to_address, secured, stranger, made_by, was_permissions,"
                    + " was_until, is_permissions, is_until, law, since, run, last_seen, done,"
                    + " choice, answered_by, answered, id";
    private static final String SELECT = "select " + COLUMNS + " from drift";
    private static final String PENDING =
            " done is null and (law = 'PUT_BACK' or (law = 'LEFT' and choice = 'REPAIR'))";

    private final Statements statements;

    @Inject
    public JdbiDrifts(Jdbi jdbi) {
        this.statements = new Statements(jdbi);
    }

    @Override
    public void add(Drift drift) {
        statements.update(
                "insert into drift ("
                        + COLUMNS
                        + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                        + " ?, ?, ?, ?, ?, ?, ?)",
                values(drift));
    }

    @Override
    public void save(Drift drift) {
        statements.updateOne(
                "the drift " + drift.id(),
                "update drift set "
                        + COLUMNS.substring(0, COLUMNS.lastIndexOf(',')).replace(",", " = ?,")
                        + " = ? where id = ?",
                values(drift));
    }

    private static @Nullable Object[] values(Drift drift) {
        Found found = drift.found();
        Optional<Grantee> to = found.to();
        Optional<GroupId> group = to.flatMap(Grantee::toGroup);
        return new @Nullable Object[] {
            found.cloud(),
            found.unit().value(),
            found.what(),
            found.object(),
            found.place().folder().map(FolderId::value).orElse(null),
            found.place().path(),
            found.place().from().orElse(null),
            to.map(Grantee::kind).orElse(null),
            group.map(id -> id.unit().value()).orElse(null),
            group.map(GroupId::part).orElse(null),
            to.flatMap(JdbiDrifts::person).orElse(null),
            to.flatMap(JdbiDrifts::address).orElse(null),
            to.filter(Grantee::asksPassword).isPresent(),
            found.stranger(),
            found.by().map(PersonId::value).orElse(null),
            bits(found.was()),
            found.was().flatMap(Terms::until).orElse(null),
            bits(found.is()),
            found.is().flatMap(Terms::until).orElse(null),
            found.law(),
            drift.since(),
            drift.run().value(),
            drift.lastSeen(),
            drift.done().orElse(null),
            drift.answer().map(Answer::choice).orElse(null),
            drift.answer().map(answer -> answer.by().value()).orElse(null),
            drift.answer().map(Answer::at).orElse(null),
            drift.id()
        };
    }

    private static @Nullable Integer bits(Optional<Terms> terms) {
        return terms.map(some -> JdbiGrants.bits(some.permissions())).orElse(null);
    }

    private static Optional<UUID> person(Grantee to) {
        return to instanceof Grantee.ToPerson(PersonId person)
                ? Optional.of(person.value())
                : Optional.empty();
    }

    private static Optional<String> address(Grantee to) {
        return switch (to) {
            case Grantee.ToMail(String address, boolean _) -> Optional.of(address);
            case Grantee.ToFederated(String account) -> Optional.of(account);
            case Grantee.ToGroup _, Grantee.ToPerson _, Grantee.ToLink _ -> Optional.empty();
        };
    }

    @Override
    public Optional<Drift> byId(UUID id) {
        return select(" where id = ?", id).stream().findFirst();
    }

    @Override
    public List<Drift> in(Set<UnitId> units) {
        Any wanted = Any.uuids(units.stream().map(UnitId::value).toList());
        return select(Any.UUIDS + "unit = want", wanted);
    }

    @Override
    public List<Drift> of(String cloud, String object) {
        return select(" where cloud = ? and object = ?", cloud, object);
    }

    @Override
    public List<Drift> open() {
        return select(" where choice is null and (law <> 'LEFT' or done is null)");
    }

    @Override
    public Set<Pending> pending() {
        return Set.copyOf(
                statements.list(
                        "select distinct cloud, object, law from drift where" + PENDING,
                        (row, _) ->
                                new Pending(
                                        row.getString(1),
                                        row.getString(2),
                                        Columns.constant(row, 3, Law.class) == Law.LEFT)));
    }

    private List<Drift> select(String where, @Nullable Object... values) {
        return statements.list(SELECT + where, (row, _) -> drift(row), values).stream()
                .sorted(Comparator.comparing(Drift::since).thenComparing(Drift::id).reversed())
                .toList();
    }

    private static Drift drift(ResultSet row) throws SQLException {
        Found found =
                new Found(
                        row.getString(1),
                        Columns.unit(row, 2),
                        Columns.constant(row, 3, What.class),
                        row.getString(4),
                        new Place(
                                Columns.optionalUuid(row, 5).map(FolderId::new),
                                row.getString(6),
                                Columns.optionalText(row, 7)),
                        grantee(row),
                        row.getString(14),
                        Columns.optionalUuid(row, 15).map(PersonId::new),
                        terms(row, 16),
                        terms(row, 18),
                        Columns.constant(row, 20, Law.class));
        return new Drift(
                Columns.uuid(row, 28),
                found,
                Columns.moment(row, 21),
                new RunId(Columns.uuid(row, 22)),
                Columns.moment(row, 23),
                Columns.optionalMoment(row, 24),
                answer(row));
    }

    private static Optional<Terms> terms(ResultSet row, int column) throws SQLException {
        int bits = row.getInt(column);
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(
                        new Terms(
                                JdbiGrants.permissions(bits),
                                Columns.optionalDay(row, column + 1)));
    }

    private static Optional<Answer> answer(ResultSet row) throws SQLException {
        Optional<String> choice = Columns.optionalText(row, 25);
        return choice.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Answer(
                                Choice.valueOf(choice.get()),
                                Columns.person(row, 26),
                                Columns.moment(row, 27)));
    }

    private static Optional<Grantee> grantee(ResultSet row) throws SQLException {
        Optional<String> kind = Columns.optionalText(row, 8);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        boolean secured = row.getBoolean(13);
        return Optional.of(
                switch (Grantee.Kind.valueOf(kind.get())) {
                    case UNIT ->
                            new Grantee.ToGroup(
                                    new GroupId(
                                            Columns.unit(row, 9),
                                            Columns.constant(row, 10, Part.class)));
                    case PERSON -> new Grantee.ToPerson(Columns.person(row, 11));
                    case LINK -> new Grantee.ToLink(secured);
                    case MAIL -> new Grantee.ToMail(row.getString(12), secured);
                    case FEDERATED -> new Grantee.ToFederated(row.getString(12));
                });
    }
}
