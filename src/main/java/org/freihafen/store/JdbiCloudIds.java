package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.freihafen.cloud.CloudIds;
import org.freihafen.cloud.CloudKey;
import org.freihafen.cloud.CloudText;
import org.freihafen.cloud.Recipient;
import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.ids.GrantId;
import org.freihafen.ids.UnitId;
import org.freihafen.store.Statements.Any;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands in each cloud, in the database. */
@Dependent
public class JdbiCloudIds implements CloudIds {
    private static final String SELECT =
            "select object_key, unit, cloud_id, seen from cloud_object";

    private final Statements statements;

    @Inject
    public JdbiCloudIds(Jdbi jdbi) {
        this.statements = new Statements(jdbi);
    }

    @Override
    public List<Known> all(String cloud) {
        return select(" where cloud = ?", cloud);
    }

    @Override
    public List<Known> of(String cloud, Collection<? extends CloudKey> keys) {
        List<String> texts = keys.stream().map(CloudKey::toString).distinct().toList();
        return select(Any.TEXTS + "object_key = want where cloud = ?", Any.texts(texts), cloud);
    }

    @Override
    public List<Known> under(String cloud, Set<UnitId> units) {
        Any wanted = Any.uuids(units.stream().map(UnitId::value).toList());
        return select(Any.UUIDS + "unit = want where cloud = ?", wanted, cloud);
    }

    private List<Known> select(String which, Object... values) {
        return statements.list(SELECT + which, (row, _) -> known(row), values);
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void put(String cloud, Known known) {
        putWithin(cloud, known);
    }

    @Override
    public void putWithin(String cloud, Known known) {
        @Nullable Object[] values = {
            known.unit().value(),
            known.id().orElse(null),
            known.seen().map(CloudText::write).orElse(null),
            cloud,
            known.key().toString()
        };
        putOne(
                "update cloud_object set unit = ?, cloud_id = ?, seen = ?"
                        + " where cloud = ? and object_key = ?",
                "insert into cloud_object (unit, cloud_id, seen, cloud, object_key)"
                        + " values (?, ?, ?, ?, ?)",
                values);
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void forget(String cloud, CloudKey key) {
        statements.update(
                "delete from cloud_object where cloud = ? and object_key = ?",
                cloud,
                key.toString());
        if (key instanceof CloudKey.OfShare(var _, Recipient.Link(GrantId grant))) {
            statements.update("delete from cloud_link where grant_id = ?", grant.value());
        }
    }

    @Override
    public Optional<URI> link(GrantId grant) {
        return statements.first(
                "select address from cloud_link where grant_id = ?",
                (row, _) -> URI.create(row.getString(1)),
                grant.value());
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void putLink(String cloud, GrantId grant, URI address) {
        putOne(
                "update cloud_link set address = ?, cloud = ? where grant_id = ?",
                "insert into cloud_link (address, cloud, grant_id) values (?, ?, ?)",
                address.toString(),
                cloud,
                grant.value());
    }

    @Override
    public Map<GroupId, String> groups(String cloud) {
        Map<GroupId, String> groups = new HashMap<>();
        statements.stream(
                "select unit, part, gid from cloud_group where cloud = ?",
                row ->
                        groups.put(
                                new GroupId(
                                        Columns.unit(row, 1), Columns.constant(row, 2, Part.class)),
                                row.getString(3)),
                cloud);
        return groups;
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void putGroup(String cloud, GroupId group, String gid) {
        putOne(
                "update cloud_group set gid = ? where cloud = ? and unit = ? and part = ?",
                "insert into cloud_group (gid, cloud, unit, part) values (?, ?, ?, ?)",
                gid,
                cloud,
                group.unit().value(),
                group.part());
    }

    private void putOne(String update, String insert, @Nullable Object... values) {
        statements.together(() -> {
            if (statements.update(update, values) == 0) {
                statements.update(insert, values);
            }
        });
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                CloudKey.of(row.getString(1)),
                Columns.unit(row, 2),
                Columns.optionalText(row, 3),
                Columns.optionalText(row, 4).map(CloudText::read));
    }
}
