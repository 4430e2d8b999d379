package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.freihafen.ids.GrantId;
import org.freihafen.shares.ShownAnew;
import org.jdbi.v3.core.Jdbi;

import java.util.Set;

/** Shares that a cloud is to make again. */
@Dependent
public class JdbiShownAnew implements ShownAnew {
    private final Statements statements;

    @Inject
    public JdbiShownAnew(Jdbi jdbi) {
        this.statements = new Statements(jdbi);
    }

    @Override
    public void ask(GrantId grant) {
        statements.together(() -> {
            delete(grant);
            statements.update("insert into shown_anew (grant_id) values (?)", grant.value());
        });
    }

    @Override
    public Set<GrantId> waiting() {
        return Set.copyOf(
                statements.list(
                        "select grant_id from shown_anew",
                        (row, _) -> new GrantId(Columns.uuid(row, 1))));
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void done(GrantId grant) {
        delete(grant);
    }

    private void delete(GrantId grant) {
        statements.update("delete from shown_anew where grant_id = ?", grant.value());
    }
}
