package dev.caspian.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Understands the SQLExceptions of one database, and finds one that its driver keeps to itself. Stateless. */
public interface FailureReader {

    /** What a failure says. */
    Failure read(SQLException failure);

    /**
     * Why the database is going to roll the connection's transaction back when it is told to commit it, without an error; null
     * where it is not. The failure of the statement that was the first to fail is its cause, if it is known.
     */
    default @Nullable SQLException silentRollback(Connection connection) throws SQLException {
        return null;
    }

    /**
     * The same failure without what may hold values of parameters or of rows; the failure itself where it holds none. Its
     * kind, SQLState and stack trace stay, and {@link #read} says the same of both.
     */
    SQLException withoutValues(SQLException failure);
}
