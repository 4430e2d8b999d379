package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.privacy.Held;
import org.freihafen.privacy.Held.Value;
import org.freihafen.store.HeldSource.Column;
import org.jdbi.v3.core.Jdbi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Everything that the database holds about one person, read as {@link HeldSource} says. */
@Dependent
public class JdbiHeld implements Held {
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}");

    private final Statements statements;

    @Inject
    public JdbiHeld(Jdbi jdbi) {
        this.statements = new Statements(jdbi);
    }

    @Override
    public List<Part> of(PersonId person) {
        Map<String, List<Entry>> parts = new LinkedHashMap<>();
        for (HeldSource source : HeldSource.ALL) {
            parts.computeIfAbsent(source.part(), _ -> new ArrayList<>())
                    .addAll(
                            statements.list(
                                    source.sql(),
                                    (row, _) -> entry(source, row, person),
                                    Collections.nCopies(source.asked(), person.value()).toArray()));
        }
        return parts.entrySet().stream()
                .map(part -> new Part(part.getKey(), List.copyOf(part.getValue())))
                .toList();
    }

    private static Entry entry(HeldSource source, ResultSet row, PersonId person)
            throws SQLException {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < source.columns().size(); i++) {
            Column column = source.columns().get(i);
            value(column, row, i + 1, person)
                    .ifPresent(value -> fields.add(new Field(column.name(), value)));
        }
        return new Entry(List.copyOf(fields));
    }

    private static Optional<Value> value(Column column, ResultSet row, int place, PersonId person)
            throws SQLException {
        return switch (column.sort()) {
            case UNIT ->
                    Columns.optionalUuid(row, place)
                            .map(unit -> new Value.InUnit(new UnitId(unit)));
            case PERSON ->
                    Columns.optionalUuid(row, place)
                            .map(id -> new Value.Somebody(id.equals(person.value())));
            case DAY -> Columns.optionalDay(row, place).map(Value.Day::new);
            case MOMENT -> Columns.optionalMoment(row, place).map(Value.Moment::new);
            case NUMBER -> Optional.of(new Value.Figure(row.getLong(place)));
            case TEXT -> Columns.optionalText(row, place).map(Value.Text::new);
            case IDS ->
                    Columns.optionalText(row, place)
                            .map(text -> new Value.Text(masked(text, person)));
        };
    }

    /** A sentence's key and facts as they are kept, without any id of anybody or anything else. */
    private static String masked(String text, PersonId person) {
        return ID.matcher(text.replaceAll("\\p{Cntrl}+", " "))
                .replaceAll(found -> found.group().equals(person.toString()) ? found.group() : "…");
    }
}
