package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.groups.GroupId;
import org.freihafen.groups.Part;
import org.freihafen.ids.FolderId;
import org.freihafen.ids.GrantId;
import org.freihafen.ids.PersonId;
import org.freihafen.ids.UnitId;
import org.freihafen.shares.Grant;
import org.freihafen.shares.GrantVersion;
import org.freihafen.shares.Grantee;
import org.freihafen.shares.Grants;
import org.freihafen.shares.Permission;
import org.freihafen.workspaces.FolderRef;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Grants in the database, those that ended included. */
@Dependent
public class JdbiGrants implements Grants {
    private static final String SELECT =
            "select id, unit, folder, to_unit, to_part, permissions, since, until, reason,"
                    + " decided_by, to_kind, to_person, to_address, secured from unit_grant where ";
    private static final String HOLDS_THEN_OR_LATER =
            "(until is null or (until > ? and until > since))";

    private final Statements statements;
    private final Clock clock;

    @Inject
    public JdbiGrants(Jdbi jdbi, Clock clock) {
        this.statements = new Statements(jdbi);
        this.clock = clock;
    }

    @Override
    public Optional<Grant> byId(GrantId id) {
        return select("id = ?", id.value()).stream().findFirst();
    }

    @Override
    public List<Grant> by(UnitId unit, LocalDate on) {
        return select("unit = ? and " + HOLDS_THEN_OR_LATER, unit.value(), on);
    }

    @Override
    public List<Grant> to(UnitId unit, LocalDate on) {
        return select("to_unit = ? and " + HOLDS_THEN_OR_LATER, unit.value(), on);
    }

    @Override
    public List<Grant> to(PersonId person, LocalDate on) {
        return select("to_person = ? and " + HOLDS_THEN_OR_LATER, person.value(), on);
    }

    @Override
    public List<Grant> all(LocalDate on) {
        return select(HOLDS_THEN_OR_LATER, on);
    }

    @Override
    public List<Grant> asOf(LocalDate day) {
        Instant evening = day.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        return statements
                .list(
                        "select g.id, g.unit, g.folder, g.to_unit, g.to_part, v.permissions,"
                                + " v.valid_from, v.valid_until, v.reason, v.decided_by, g.to_kind,"
                                + " g.to_person, g.to_address, v.secured from unit_grant g"
                                + " join grant_version v on v.grant_id = g.id"
                                + " where v.number = (select max(w.number) from grant_version w"
                                + " where w.grant_id = g.id and w.since < ?)",
                        (row, _) -> grant(row),
                        evening.atOffset(ZoneOffset.UTC))
                .stream()
                .filter(grant -> grant.holdsOn(day))
                .sorted(Comparator.comparing(Grant::id))
                .toList();
    }

    @Override
    public List<GrantVersion> history(GrantId id) {
        return statements.list(
                "select g.id, g.unit, g.folder, g.to_unit, g.to_part, v.permissions, v.valid_from,"
                        + " v.valid_until, v.reason, v.decided_by, g.to_kind, g.to_person,"
                        + " g.to_address, v.secured, v.number, v.since from unit_grant g"
                        + " join grant_version v on v.grant_id = g.id where g.id = ?"
                        + " order by v.number",
                (row, _) -> new GrantVersion(row.getInt(15), Columns.moment(row, 16), grant(row)),
                id.value());
    }

    private void note(Grant grant) {
        statements.update(
                "insert into grant_version (grant_id, number, since, decided_by, permissions,"
                        + " valid_from, valid_until, reason, secured) values (?, (select"
                        + " coalesce(max(number), 0) + 1 from grant_version where grant_id = ?),"
                        + " ?, ?, ?, ?, ?, ?, ?)",
                grant.id().value(),
                grant.id().value(),
                clock.instant().atOffset(ZoneOffset.UTC),
                grant.decidedBy().value(),
                bits(grant.permissions()),
                grant.period().from(),
                grant.period().until().orElse(null),
                grant.reason(),
                grant.to().asksPassword());
    }

    static int bits(Set<Permission> permissions) {
        return permissions.stream().mapToInt(JdbiGrants::bit).sum();
    }

    private List<Grant> select(String where, @Nullable Object... values) {
        return statements.list(SELECT + where, (row, _) -> grant(row), values).stream()
                .sorted(Comparator.comparing(Grant::id))
                .toList();
    }

    @Override
    public void add(Grant grant) {
        statements.update(
                "insert into unit_grant (unit, folder, to_unit, to_part, permissions, since, until,"
                        + " reason, decided_by, to_kind, to_person, to_address, secured, id)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                values(grant));
        note(grant);
    }

    @Override
    public void save(Grant grant) {
        statements.updateOne(
                "the grant " + grant.id(),
                "update unit_grant set unit = ?, folder = ?, to_unit = ?, to_part = ?,"
                        + " permissions = ?, since = ?, until = ?, reason = ?, decided_by = ?,"
                        + " to_kind = ?, to_person = ?, to_address = ?, secured = ? where id = ?",
                values(grant));
        note(grant);
    }

    private static @Nullable Object[] values(Grant grant) {
        Grantee to = grant.to();
        Optional<GroupId> group = to.toGroup();
        return new @Nullable Object[] {
            grant.folder().workspace().value(),
            grant.folder().folder().map(FolderId::value).orElse(null),
            group.map(id -> id.unit().value()).orElse(null),
            group.map(GroupId::part).orElse(null),
            bits(grant.permissions()),
            grant.period().from(),
            grant.period().until().orElse(null),
            grant.reason(),
            grant.decidedBy().value(),
            to.kind(),
            to instanceof Grantee.ToPerson(PersonId person) ? person.value() : null,
            address(to),
            to.asksPassword(),
            grant.id().value()
        };
    }

    private static Grant grant(ResultSet row) throws SQLException {
        return new Grant(
                new GrantId(Columns.uuid(row, 1)),
                new FolderRef(
                        Columns.unit(row, 2), Columns.optionalUuid(row, 3).map(FolderId::new)),
                grantee(row),
                permissions(row.getInt(6)),
                Columns.period(row, 7),
                row.getString(9),
                Columns.person(row, 10));
    }

    private static @Nullable String address(Grantee to) {
        return switch (to) {
            case Grantee.ToMail(String address, boolean _) -> address;
            case Grantee.ToFederated(String account) -> account;
            case Grantee.ToGroup _, Grantee.ToPerson _, Grantee.ToLink _ -> null;
        };
    }

    private static Grantee grantee(ResultSet row) throws SQLException {
        boolean secured = row.getBoolean(14);
        return switch (Columns.constant(row, 11, Grantee.Kind.class)) {
            case UNIT ->
                    new Grantee.ToGroup(
                            new GroupId(
                                    Columns.unit(row, 4), Columns.constant(row, 5, Part.class)));
            case PERSON -> new Grantee.ToPerson(Columns.person(row, 12));
            case LINK -> new Grantee.ToLink(secured);
            case MAIL -> new Grantee.ToMail(row.getString(13), secured);
            case FEDERATED -> new Grantee.ToFederated(row.getString(13));
        };
    }

    static Set<Permission> permissions(int sum) {
        Set<Permission> permissions = EnumSet.allOf(Permission.class);
        permissions.removeIf(permission -> (sum & bit(permission)) == 0);
        return permissions;
    }

    private static int bit(Permission permission) {
        return switch (permission) {
            case READ -> 1;
            case EDIT -> 2;
            case CREATE -> 4;
            case DELETE -> 8;
        };
    }
}
