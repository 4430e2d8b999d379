package org.freihafen.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.freihafen.ids.FolderId;
import org.freihafen.ids.UnitId;
import org.freihafen.workspaces.Closing;
import org.freihafen.workspaces.Folder;
import org.freihafen.workspaces.Workspace;
import org.freihafen.workspaces.Workspaces;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Workspaces and folders in the database. */
@Dependent
public class JdbiWorkspaces implements Workspaces {
    private static final String WORKSPACE = "select unit, cloud, archived from workspace";
    private static final String FOLDER = "select id, unit, path, deleted, closed_to from folder";

    private final Statements statements;

    @Inject
    public JdbiWorkspaces(Jdbi jdbi) {
        this.statements = new Statements(jdbi);
    }

    @Override
    public Optional<Workspace> of(UnitId unit) {
        return statements.first(
                WORKSPACE + " where unit = ?", (row, _) -> workspace(row), unit.value());
    }

    @Override
    public List<Workspace> all() {
        return statements.list(WORKSPACE + " order by unit", (row, _) -> workspace(row));
    }

    @Override
    public void add(Workspace workspace) {
        statements.update(
                "insert into workspace (unit, cloud, archived) values (?, ?, ?)",
                workspace.unit().value(),
                workspace.cloud(),
                workspace.archived());
    }

    @Override
    public void save(Workspace workspace) {
        statements.updateOne(
                "the workspace of " + workspace.unit(),
                "update workspace set cloud = ?, archived = ? where unit = ?",
                workspace.cloud(),
                workspace.archived(),
                workspace.unit().value());
    }

    @Override
    public List<Folder> folders(UnitId unit) {
        return folders(FOLDER + " where unit = ?", unit.value());
    }

    @Override
    public List<Folder> allFolders() {
        return folders(FOLDER);
    }

    private List<Folder> folders(String sql, @Nullable Object... values) {
        return statements.list(sql, (row, _) -> folder(row), values).stream()
                .sorted(Comparator.comparing(Folder::unit).thenComparing(Folder::path))
                .toList();
    }

    @Override
    public Optional<Folder> folder(FolderId id) {
        return statements.first(FOLDER + " where id = ?", (row, _) -> folder(row), id.value());
    }

    @Override
    public void add(Folder folder) {
        statements.update(
                "insert into folder (id, unit, path, path_folded, deleted, closed_to)"
                        + " values (?, ?, ?, ?, ?, ?)",
                folder.id().value(),
                folder.unit().value(),
                folder.path(),
                folder.path().toLowerCase(Locale.ROOT),
                folder.deleted(),
                folder.closedTo().map(Closing::name).orElse(null));
    }

    @Override
    public void save(Folder folder) {
        statements.updateOne(
                "the folder " + folder.id(),
                "update folder set path = ?, path_folded = ?, deleted = ?, closed_to = ?"
                        + " where id = ?",
                folder.path(),
                folder.path().toLowerCase(Locale.ROOT),
                folder.deleted(),
                folder.closedTo().map(Closing::name).orElse(null),
                folder.id().value());
    }

    private static Workspace workspace(ResultSet row) throws SQLException {
        return new Workspace(Columns.unit(row, 1), row.getString(2), row.getBoolean(3));
    }

    private static Folder folder(ResultSet row) throws SQLException {
        return new Folder(
                new FolderId(Columns.uuid(row, 1)),
                Columns.unit(row, 2),
                row.getString(3),
                row.getBoolean(4),
                Optional.ofNullable(row.getString(5)).map(Closing::valueOf));
    }
}
