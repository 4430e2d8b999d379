package org.freihafen.store;

import java.sql.SQLException;

/**
 * The database refused a statement. Says which and why by its SQLSTATE, and leaves out the
 * database's own words: they quote the values, which are members' data and belong in no log.
 */
public final class StatementFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private StatementFailed(String message) {
        super(message);
    }

    static StatementFailed of(String sql, Throwable failure) {
        Throwable cause = failure;
        while (!(cause instanceof SQLException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String state =
                cause instanceof SQLException refused
                        ? "SQLSTATE " + refused.getSQLState() + ", code " + refused.getErrorCode()
                        : cause.getClass().getName();
        return new StatementFailed("the database refused (" + state + "): " + sql);
    }
}
