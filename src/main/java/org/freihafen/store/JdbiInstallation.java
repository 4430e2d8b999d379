package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.ids.Ids;
import org.freihafen.reconcile.Epoch;
import org.freihafen.runs.Installation;
import org.jdbi.v3.core.Jdbi;

/** This installation's id, made at its first start, and its epoch. */
@Dependent
public class JdbiInstallation implements Installation {
    private static final String MARK = "Freihafen";

    private final Statements statements;

    @Inject
    public JdbiInstallation(Jdbi jdbi) {
        this.statements = new Statements(jdbi);
    }

    /**
     * Makes the id at the first start; later makes sure that this database and this secret belong
     * together.
     *
     * @throws IllegalStateException with the cure, if they do not
     */
    void begin(Ids ids, Secret secret) {
        String mark = secret.digest("installation", MARK);
        statements.together(() -> {
            if (statements
                    .list("select id from instance", (row, _) -> Columns.uuid(row, 1))
                    .isEmpty()) {
                statements.update(
                        "insert into instance (one, id, epoch, secret_mark)"
                                + " values (1, ?, 0, ?)",
                        ids.next(),
                        mark);
            }
        });
        String known =
                statements
                        .list("select secret_mark from instance", (row, _) -> row.getString(1))
                        .getFirst();
        if (!known.equals(mark)) {
            throw new IllegalStateException(
                    "freihafen.secret is not the one that this database was used with: put back the"
                            + " file 'secret' of its data directory, or configure the same secret.");
        }
    }

    @Override
    public Epoch epoch() {
        return statements
                .list(
                        "select id, epoch from instance",
                        (row, _) -> new Epoch(Columns.uuid(row, 1), row.getLong(2)))
                .getFirst();
    }

    @Override
    public Epoch raise() {
        return statements.together(() -> {
            statements.updateOne("itself", "update instance set epoch = epoch + 1");
            return epoch();
        });
    }

    @Override
    public void follow(Epoch other) {
        statements.update(
                "update instance set epoch = ? where epoch < ?", other.number(), other.number());
    }
}
