package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.accounts.Account.State;
import org.freihafen.ids.PersonId;
import org.freihafen.membership.Origin;
import org.freihafen.recovery.AddressClaim;
import org.freihafen.recovery.AddressClaim.Stage;
import org.freihafen.recovery.AddressClaims;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Claims of addresses in the database. */
@Dependent
public class JdbiAddressClaims implements AddressClaims {
    private static final String SELECT =
            "select id, person, address, secret_digest, made, until, stage from address_claim"
                    + " where ";

    private final Statements statements;

    @Inject
    public JdbiAddressClaims(Jdbi jdbi) {
        this.statements = new Statements(jdbi);
    }

    @Override
    public List<PersonId> unasked(int most) {
        return statements.list(
                "select p.id from person p join account a on a.person = p.id left join"
                        + " recovery_address r on r.person = p.id left join address_claim c on"
                        + " c.person = p.id where a.state = ? and p.origin = ? and p.email is not"
                        + " null and (r.address is null or lower(r.address) <> p.email_folded) and"
                        + " (c.address is null or lower(c.address) <> p.email_folded) order by p.id limit ?",
                (row, _) -> Columns.person(row, 1),
                State.ACTIVE,
                Origin.REGISTER,
                most);
    }

    @Override
    public void add(AddressClaim claim) {
        statements.together(() -> {
            statements.update("delete from address_claim where person = ?", claim.person().value());
            statements.update(
                    "insert into address_claim (id, person, address, secret_digest, made, until,"
                            + " stage) values (?, ?, ?, ?, ?, ?, ?)",
                    claim.id(),
                    claim.person().value(),
                    claim.address(),
                    claim.secretDigest(),
                    claim.made(),
                    claim.until(),
                    claim.stage());
        });
    }

    @Override
    public Optional<AddressClaim> byId(UUID id) {
        return select("id = ?", id).stream().findFirst();
    }

    @Override
    public Optional<AddressClaim> lock(UUID id) {
        return select("id = ? for update", id).stream().findFirst();
    }

    @Override
    public Optional<AddressClaim> byDigest(String secretDigest) {
        return select("secret_digest = ?", secretDigest).stream().findFirst();
    }

    @Override
    public List<AddressClaim> waiting() {
        return select("stage = ? order by made, id", Stage.CONFIRMED);
    }

    @Override
    public void save(AddressClaim claim) {
        statements.updateOne(
                "the claim " + claim.id(),
                "update address_claim set stage = ? where id = ?",
                claim.stage(),
                claim.id());
    }

    private List<AddressClaim> select(String where, @Nullable Object... values) {
        return statements.list(SELECT + where, (row, _) -> claim(row), values);
    }

    private static AddressClaim claim(ResultSet row) throws SQLException {
        return new AddressClaim(
                Columns.uuid(row, 1),
                Columns.person(row, 2),
                row.getString(3),
                row.getString(4),
                Columns.moment(row, 5),
                Columns.moment(row, 6),
                Columns.constant(row, 7, Stage.class));
    }
}
