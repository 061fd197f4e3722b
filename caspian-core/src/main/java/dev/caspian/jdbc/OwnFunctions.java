package dev.caspian.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** Functions that statements call and the database does not have by itself. Thread-safe. */
@FunctionalInterface
public interface OwnFunctions {

    /** Gives them to this connection, if it does not have them yet. */
    void provide(Connection connection) throws SQLException;
}
