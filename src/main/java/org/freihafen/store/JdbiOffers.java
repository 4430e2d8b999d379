package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.ids.FolderId;
import org.freihafen.ids.GrantId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.offering.Offer;
import org.freihafen.offering.Offer.Stage;
import org.freihafen.offering.Offers;
import org.freihafen.workspaces.FolderRef;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What units offered to people, in the database. */
@Dependent
public class JdbiOffers implements Offers {
    private static final String SELECT =
            "select id, unit, folder, address, person, because, permissions, until, reason,"
                    + " made_by, made, waits_until, stage, grant_id from person_offer where ";

    private final Statements statements;

    @Inject
    public JdbiOffers(Jdbi jdbi) {
        this.statements = new Statements(jdbi);
    }

    @Override
    public void add(Offer offer) {
        statements.update(
                "insert into person_offer (id, unit, folder, address, person, because, permissions,"
                        + " until, reason, made_by, made, waits_until, stage, grant_id) values (?,"
                        + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                offer.id(),
                offer.folder().workspace().value(),
                offer.folder().folder().map(FolderId::value).orElse(null),
                offer.address(),
                offer.person().map(PersonId::value).orElse(null),
                offer.because().map(UnitId::value).orElse(null),
                JdbiGrants.bits(offer.permissions()),
                offer.until().orElse(null),
                offer.reason(),
                offer.madeBy().value(),
                offer.made(),
                offer.open(),
                offer.stage(),
                offer.grant().map(GrantId::value).orElse(null));
    }

    @Override
    public void save(Offer offer) {
        statements.updateOne(
                "the offer " + offer.id(),
                "update person_offer set stage = ?, grant_id = ? where id = ?",
                offer.stage(),
                offer.grant().map(GrantId::value).orElse(null),
                offer.id());
    }

    @Override
    public Optional<Offer> byId(UUID id) {
        return select("id = ?", id).stream().findFirst();
    }

    @Override
    public List<Offer> to(PersonId person) {
        return select("person = ? and stage = ?", person.value(), Stage.WAITING);
    }

    @Override
    public List<Offer> by(UnitId unit) {
        return select("unit = ?", unit.value());
    }

    @Override
    public List<Offer> acceptedBecauseOfUnits() {
        return select("stage = ? and because is not null", Stage.ACCEPTED);
    }

    private List<Offer> select(String where, @Nullable Object... values) {
        return statements.list(SELECT + where, (row, _) -> offer(row), values).stream()
                .sorted(Comparator.comparing(Offer::made).thenComparing(Offer::id))
                .toList();
    }

    private static Offer offer(ResultSet row) throws SQLException {
        return new Offer(
                Columns.uuid(row, 1),
                new FolderRef(
                        Columns.unit(row, 2), Columns.optionalUuid(row, 3).map(FolderId::new)),
                row.getString(4),
                Columns.optionalUuid(row, 5).map(PersonId::new),
                Columns.optionalUuid(row, 6).map(UnitId::new),
                JdbiGrants.permissions(row.getInt(7)),
                Columns.optionalDay(row, 8),
                row.getString(9),
                Columns.person(row, 10),
                Columns.moment(row, 11),
                Columns.moment(row, 12),
                Columns.constant(row, 13, Stage.class),
                Columns.optionalUuid(row, 14).map(GrantId::new));
    }
}
