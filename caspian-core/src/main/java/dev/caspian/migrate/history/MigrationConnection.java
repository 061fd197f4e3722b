package dev.caspian.migrate.history;

import dev.caspian.error.MigrationException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Connects to a database that is migrated or looked at. Stateless. */
public final class MigrationConnection {

    private static final String ABSENT_DATABASE = "3D000";
    private static final String REFUSED_USER = "28";

    private MigrationConnection() {}

    /**
     * A new connection.
     *
     * @throws MigrationException P1000 if the server refuses user or password, P1003 if it has no such database, P1001 if
     *     the database cannot be reached or opened
     */
    public static Connection open(DataSource dataSource) {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Why there is no connection, with the advice that fits, by what the driver has said somewhere among the causes. */
    public static MigrationException failure(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException told) {
                return failure(told);
            }
        }
        return new MigrationException("P1001", "The database cannot be reached: " + failure.getMessage(), failure);
    }

    private static MigrationException failure(SQLException cause) {
        String reason = DriverMessage.of(cause);
        if (isAbsentDatabase(cause)) {
            return new MigrationException(
                    "P1003",
                    "The server has no such database: " + reason + ". Correct its name in the address, or make it and"
                            + " its tables: " + Recovery.deploy(),
                    cause);
        }
        if (cause.getSQLState() != null && cause.getSQLState().startsWith(REFUSED_USER)) {
            return new MigrationException(
                    "P1000",
                    "The server refuses the user or the password: " + reason + ". Correct them in the address; what is"
                            + " special in a password must be percent-encoded there.",
                    cause);
        }
        return new MigrationException(
                "P1001", "The database cannot be reached or opened: " + reason + ". " + advice(cause), cause);
    }

    /** Whether the connection broke, or the disk did, while the database worked. */
    public static boolean isLost(Throwable failure) {
        String state = failure instanceof SQLException told ? String.valueOf(told.getSQLState()) : "";
        return state.startsWith("08")
                || state.equals("57P01")
                || state.equals("57P02")
                || String.valueOf(failure.getMessage()).startsWith("[SQLITE_IOERR");
    }

    static boolean isAbsentDatabase(SQLException cause) {
        return ABSENT_DATABASE.equals(cause.getSQLState());
    }

    private static String advice(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return "No host has the name `" + cause.getMessage() + "`. Correct it in its address.";
            }
            if (cause instanceof IOException) {
                return "Look at the host and the port of its address: a server must run there.";
            }
        }
        return failure.getSQLState() == null
                ? "Look at its address: the folder of the file must exist."
                : "Look at its address, and at the options behind it.";
    }
}
