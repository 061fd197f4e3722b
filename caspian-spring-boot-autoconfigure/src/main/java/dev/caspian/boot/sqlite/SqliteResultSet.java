package dev.caspian.boot.sqlite;

import java.sql.SQLException;
import org.sqlite.core.CoreResultSet;
import org.sqlite.core.CoreStatement;
import org.sqlite.jdbc4.JDBC4ResultSet;

/** Results that a deadline, a cancellation and errors reach while they are read. Confined to one thread. */
final class SqliteResultSet extends JDBC4ResultSet {

    private final SqliteConnection connection;
    private final Execution execution;
    private boolean ended;

    /** Takes over the results that the driver has just opened. */
    SqliteResultSet(SqliteConnection connection, Execution execution, CoreStatement statement, CoreResultSet drivers) {
        super(statement);
        this.connection = connection;
        this.execution = execution;
        cols = drivers.cols;
        colsMeta = drivers.colsMeta;
        maxRows = drivers.maxRows;
        emptyResultSet = drivers.emptyResultSet;
        closeStmt = drivers.closeStmt;
        open = true;
        // What is not open and does not close its statement leaves it alone.
        drivers.open = false;
        drivers.closeStmt = false;
    }

    void endWithTransaction() {
        ended = open;
    }

    @Override
    public boolean next() throws SQLException {
        if (ended) {
            throw new SQLException(
                    "These results were closed when their transaction ended. Read all of them before it is"
                            + " committed or rolled back.");
        }
        Execution outer = connection.time().resume(execution);
        try {
            execution.requireTime();
            return super.next();
        } catch (SQLException e) {
            throw connection.failed(execution, e);
        } finally {
            connection.time().resume(outer);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.closed(execution);
        try {
            super.close();
        } finally {
            execution.endTurn();
        }
    }
}
