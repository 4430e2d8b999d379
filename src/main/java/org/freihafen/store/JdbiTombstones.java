package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.ids.PersonId;
import org.freihafen.membership.MemberNumber;
import org.freihafen.membership.Tombstones;
import org.freihafen.store.Statements.Any;
import org.jdbi.v3.core.Jdbi;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tombstones in the database, the member number as a keyed digest. */
@Dependent
public class JdbiTombstones implements Tombstones {
    private final Statements statements;
    private final Secret secret;

    @Inject
    public JdbiTombstones(Jdbi jdbi, Secret secret) {
        this.statements = new Statements(jdbi);
        this.secret = secret;
    }

    @Override
    public void raise(PersonId person, Optional<MemberNumber> number, Cause cause, Instant at) {
        statements.update(
                "insert into tombstone (person, number_digest, cause, erased) values (?, ?, ?, ?)",
                person.value(),
                number.map(this::digest).orElse(null),
                cause,
                at);
    }

    @Override
    public boolean stands(PersonId person) {
        return statements
                .first("select 1 from tombstone where person = ?", (_, _) -> true, person.value())
                .isPresent();
    }

    /** As long as nobody was ever erased, nothing is computed. */
    @Override
    public Map<MemberNumber, Cause> among(Collection<MemberNumber> numbers) {
        if (numbers.isEmpty() || !any()) {
            return Map.of();
        }
        Map<String, MemberNumber> byDigest = new HashMap<>();
        numbers.forEach(number -> byDigest.put(digest(number), number));
        Map<MemberNumber, Cause> found = new HashMap<>();
        statements.stream(
                "select number_digest, cause from tombstone"
                        + Any.TEXTS
                        + "number_digest = want order by erased",
                row ->
                        found.put(
                                byDigest.get(row.getString(1)),
                                Columns.constant(row, 2, Cause.class)),
                Any.texts(List.copyOf(byDigest.keySet())));
        return found;
    }

    private boolean any() {
        return statements.first("select 1 from tombstone limit 1", (_, _) -> true).isPresent();
    }

    private String digest(MemberNumber number) {
        return secret.digest("member-number", number.value());
    }
}
