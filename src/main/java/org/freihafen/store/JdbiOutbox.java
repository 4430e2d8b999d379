package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.ids.PersonId;
import org.freihafen.mail.Addressee;
import org.freihafen.mail.Addressee.Desk;
import org.freihafen.mail.Letter;
import org.freihafen.mail.Outbox;
import org.freihafen.mail.Posted;
import org.freihafen.mail.Posted.Stage;
import org.freihafen.mail.Posted.Trouble;
import org.freihafen.mail.Template;
import org.freihafen.store.Statements.Any;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Letters in the database. */
@Dependent
public class JdbiOutbox implements Outbox {
    private static final String POSTED =
            "select id, person, address, desk, template, language, made, stage, attempts, due,"
                    + " twice, trouble from letter";
    private static final UUID LAST = new UUID(-1, -1);

    private final Statements statements;

    @Inject
    public JdbiOutbox(Jdbi jdbi) {
        this.statements = new Statements(jdbi);
    }

    @Override
    public void add(Collection<Posted> letters) {
        statements.together(() -> {
            statements.batch(
                    "insert into letter (id, person, address, desk, template, language, made, stage,"
                            + " attempts, due, twice, trouble)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    letters,
                    JdbiOutbox::values);
            statements.batch(
                    "insert into letter_fact (letter, place, fact) values (?, ?, ?)",
                    letters.stream().flatMap(posted -> facts(posted.letter()).stream()).toList(),
                    fact -> new @Nullable Object[] {fact.letter(), fact.place(), fact.text()});
        });
    }

    private static @Nullable Object[] values(Posted posted) {
        Letter letter = posted.letter();
        Place place = Place.of(letter.to());
        return new @Nullable Object[] {
            letter.id(),
            place.person(),
            place.address(),
            place.desk(),
            letter.template(),
            letter.language().map(Locale::getLanguage).orElse(null),
            posted.made(),
            posted.stage(),
            posted.attempts(),
            posted.next(),
            posted.twice(),
            posted.trouble().orElse(null)
        };
    }

    private static List<Fact> facts(Letter letter) {
        List<Fact> facts = new ArrayList<>();
        for (String text : letter.facts()) {
            facts.add(new Fact(letter.id(), facts.size(), text));
        }
        return facts;
    }

    @Override
    public Optional<Posted> byId(UUID id) {
        return found(" where id = ?", id).stream().findFirst();
    }

    @Override
    public List<Posted> due(Instant now, int most) {
        return found(
                " where stage = ? and due <= ? order by due, id limit ?", Stage.WAITING, now, most);
    }

    @Override
    public List<Posted> latest(Set<Stage> stages, Optional<UUID> before, int most) {
        return found(
                Any.TEXTS + "stage = want where id < ? order by id desc limit ?",
                Any.texts(stages.stream().map(Stage::name).toList()),
                before.orElse(LAST),
                most);
    }

    @Override
    public List<Posted> cutOff() {
        return found(" where stage = ? order by id", Stage.SENDING);
    }

    @Override
    public void save(Posted posted) {
        statements.updateOne(
                "this letter",
                "update letter set stage = ?, attempts = ?, due = ?, twice = ?, trouble = ?"
                        + " where id = ?",
                posted.stage(),
                posted.attempts(),
                posted.next(),
                posted.twice(),
                posted.trouble().orElse(null),
                posted.letter().id());
    }

    @Override
    public void erase(PersonId person) {
        statements.update("delete from letter where person = ?", person.value());
    }

    private List<Posted> found(String where, @Nullable Object... values) {
        Map<UUID, List<String>> facts = new HashMap<>();
        List<Posted> found = statements.list(POSTED + where, (row, _) -> posted(row), values);
        statements.list(
                "select letter, fact from letter_fact"
                        + Any.UUIDS
                        + "letter = want order by letter, place",
                (row, _) ->
                        facts.computeIfAbsent(Columns.uuid(row, 1), _ -> new ArrayList<>())
                                .add(row.getString(2)),
                Any.uuids(found.stream().map(posted -> posted.letter().id()).toList()));
        return found.stream().map(posted -> telling(posted, facts)).toList();
    }

    private static Posted telling(Posted posted, Map<UUID, List<String>> facts) {
        return posted.telling(facts.getOrDefault(posted.letter().id(), List.of()));
    }

    private static Posted posted(ResultSet row) throws SQLException {
        Letter letter =
                new Letter(
                        Columns.uuid(row, 1),
                        addressee(row),
                        Columns.constant(row, 5, Template.class),
                        List.of(),
                        Columns.optionalText(row, 6).map(Locale::forLanguageTag));
        return new Posted(
                letter,
                Columns.moment(row, 7),
                Columns.constant(row, 8, Stage.class),
                row.getInt(9),
                Columns.moment(row, 10),
                row.getBoolean(11),
                Columns.optionalText(row, 12).map(Trouble::valueOf));
    }

    private static Addressee addressee(ResultSet row) throws SQLException {
        Optional<String> desk = Columns.optionalText(row, 4);
        if (desk.isPresent()) {
            return new Addressee.ToDesk(Desk.valueOf(desk.get()));
        }
        PersonId person = Columns.person(row, 2);
        return Columns.optionalText(row, 3)
                .<Addressee>map(address -> new Addressee.ToAddress(person, address))
                .orElseGet(() -> new Addressee.ToPerson(person));
    }

    private record Fact(UUID letter, int place, String text) {}

    /** An addressee as it stands in the row. */
    private record Place(@Nullable UUID person, @Nullable String address, @Nullable Desk desk) {
        static Place of(Addressee to) {
            return switch (to) {
                case Addressee.ToPerson(PersonId person) -> new Place(person.value(), null, null);
                case Addressee.ToAddress(PersonId person, String address) ->
                        new Place(person.value(), address, null);
                case Addressee.ToDesk(Desk desk) -> new Place(null, null, desk);
            };
        }
    }
}
