package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.freihafen.ids.GrantId;
import org.freihafen.shares.LinkPassword;
import org.freihafen.shares.LinkPasswords;
import org.jdbi.v3.core.Jdbi;

import java.util.Optional;
import java.util.Set;

/** Passwords of links on their way to a cloud, sealed in the database. */
@Dependent
public class JdbiLinkPasswords implements LinkPasswords {
    private static final String PURPOSE = "link-password";

    private final Statements statements;
    private final Secret secret;

    @Inject
    public JdbiLinkPasswords(Jdbi jdbi, Secret secret) {
        this.statements = new Statements(jdbi);
        this.secret = secret;
    }

    @Override
    public void put(GrantId grant, LinkPassword password) {
        String sealed = secret.seal(PURPOSE, password.text());
        statements.together(() -> {
            forget(grant);
            statements.update(
                    "insert into link_password (grant_id, sealed) values (?, ?)",
                    grant.value(),
                    sealed);
        });
    }

    @Override
    public Optional<LinkPassword> of(GrantId grant) {
        return sealed(grant).flatMap(this::opened);
    }

    private Optional<String> sealed(GrantId grant) {
        return statements.first(
                "select sealed from link_password where grant_id = ?",
                (row, _) -> row.getString(1),
                grant.value());
    }

    @Override
    public Set<GrantId> waiting() {
        return Set.copyOf(
                statements.list(
                        "select grant_id from link_password",
                        (row, _) -> new GrantId(Columns.uuid(row, 1))));
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void handedOver(GrantId grant, LinkPassword password) {
        sealed(grant)
                .filter(text -> opened(text).equals(Optional.of(password)))
                .ifPresent(text ->
                        statements.update(
                                "delete from link_password where grant_id = ? and sealed = ?",
                                grant.value(),
                                text));
    }

    @Override
    public void forget(GrantId grant) {
        statements.update("delete from link_password where grant_id = ?", grant.value());
    }

    private Optional<LinkPassword> opened(String text) {
        return secret.open(PURPOSE, text).map(LinkPassword::new);
    }
}
