package dev.caspian.leak;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A connection, statement or cursor that the driver or the pool has given to somebody.
 *
 * @param number how many were opened before it
 * @param resource what was opened
 * @param opening where
 */
record OpenResource(long number, AutoCloseable resource, Throwable opening) {

    /**
     * Whether it is open still, although nobody closed it.
     *
     * <p>A statement that is not closed ends with its connection, and a pool does that silently: it counts as open. A
     * cursor ends with its statement, as JDBC has it, and is asked itself.
     */
    boolean isOpen() {
        try {
            if (resource instanceof ResultSet cursor) {
                return !cursor.isClosed();
            }
            // Connections may be proxies, whose closing nobody sees.
            return !(resource instanceof Connection connection) || !connection.isClosed();
        } catch (SQLException e) {
            throw new IllegalStateException("A driver does not know what is open", e);
        }
    }

    /** What it is and where it was opened, for a person. */
    @Override
    public String toString() {
        StringWriter text = new StringWriter();
        opening.printStackTrace(new PrintWriter(text, true));
        return "a " + kind() + ", " + text;
    }

    private String kind() {
        return resource instanceof Connection ? "connection" : resource instanceof Statement ? "statement" : "cursor";
    }
}
