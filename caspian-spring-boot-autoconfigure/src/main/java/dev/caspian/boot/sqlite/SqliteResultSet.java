package dev.caspian.boot.sqlite;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.core.Codes;
import org.sqlite.core.CoreResultSet;
import org.sqlite.core.CoreStatement;
import org.sqlite.core.DB;
import org.sqlite.jdbc4.JDBC4ResultSet;

/**
 * Results that a deadline, a cancellation and errors reach while they are read. Confined to one thread.
 *
 * <p>Most of the time that a row takes is that of the calls into SQLite: there are as few of them as can be, and text comes
 * as its bytes.
 */
final class SqliteResultSet extends JDBC4ResultSet {

    private final SqliteConnection connection;
    private final Execution execution;
    private final DB database;
    private final long pointer;
    private boolean ended;

    /** The column that was read last, if it is known whether it is NULL. */
    private int known;

    private boolean isNull;

    /** Takes over the results that the driver has just opened. */
    SqliteResultSet(Execution execution, CoreStatement statement, CoreResultSet drivers) throws SQLException {
        this(execution, statement, drivers.colsMeta, drivers.emptyResultSet, drivers.maxRows);
        closeStmt = drivers.closeStmt;
        // What is not open and does not close its statement leaves it alone.
        drivers.open = false;
        drivers.closeStmt = false;
    }

    /** Opens the results of a statement that stands at its first row, or is done. */
    SqliteResultSet(Execution execution, CoreStatement statement, String[] columns, boolean isEmpty, long maxRows)
            throws SQLException {
        super(statement);
        this.connection = execution.connection();
        this.execution = execution;
        this.database = connection.getDatabase();
        this.pointer = statement.pointer.safeRunLong((database, pointer) -> pointer);
        cols = columns;
        colsMeta = columns;
        this.maxRows = maxRows;
        emptyResultSet = isEmpty;
        open = true;
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
        known = 0;
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

    /** Refuses to read a column that is not there. Only for use under the lock of the database, which frees statements. */
    private int index(int column) throws SQLException {
        if (stmt.pointer.isClosed()) {
            throw new SQLException("The results are closed.");
        }
        return markCol(column);
    }

    /** What is in a column, as a code of {@link Codes}. */
    private int type(int column, int index) throws SQLException {
        int type = database.column_type(pointer, index);
        known(column, type == Codes.SQLITE_NULL);
        return type;
    }

    private void known(int column, boolean is) {
        known = column;
        isNull = is;
    }

    @Override
    public boolean wasNull() throws SQLException {
        return (known != 0 && known == lastCol) ? isNull : super.wasNull();
    }

    @Override
    public @Nullable String getString(int column) throws SQLException {
        if (!connection.isUtf8()) {
            return super.getString(column);
        }
        synchronized (database) {
            return text(column, index(column));
        }
    }

    private @Nullable String text(int column, int index) throws SQLException {
        byte[] bytes = bytes(column, index);
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    private byte @Nullable [] bytes(int column, int index) throws SQLException {
        byte[] bytes = database.column_blob(pointer, index);
        known(column, bytes == null);
        return bytes;
    }

    @Override
    public byte @Nullable [] getBytes(int column) throws SQLException {
        synchronized (database) {
            return bytes(column, index(column));
        }
    }

    @Override
    public int getInt(int column) throws SQLException {
        synchronized (database) {
            return database.column_int(pointer, index(column));
        }
    }

    @Override
    public long getLong(int column) throws SQLException {
        synchronized (database) {
            return database.column_long(pointer, index(column));
        }
    }

    @Override
    public double getDouble(int column) throws SQLException {
        synchronized (database) {
            return database.column_double(pointer, index(column));
        }
    }

    @Override
    public @Nullable Object getObject(int column) throws SQLException {
        synchronized (database) {
            int index = index(column);
            switch (type(column, index)) {
                case Codes.SQLITE_INTEGER -> {
                    long value = database.column_long(pointer, index);
                    return value == (int) value ? (Object) (int) value : (Object) value;
                }
                case Codes.SQLITE_FLOAT -> {
                    return database.column_double(pointer, index);
                }
                case Codes.SQLITE_BLOB -> {
                    return bytes(column, index);
                }
                case Codes.SQLITE_NULL -> {
                    return null;
                }
                default -> {
                    return connection.isUtf8() ? text(column, index) : super.getString(column);
                }
            }
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
