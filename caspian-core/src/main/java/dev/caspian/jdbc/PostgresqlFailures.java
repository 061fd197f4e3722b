package dev.caspian.jdbc;

import java.sql.Connection;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Understands the exceptions of pgjdbc by their SQLState (PostgreSQL documentation, appendix A). */
public record PostgresqlFailures() implements FailureReader {

    /** {@code relation "public.User" does not exist}, {@code column User.email does not exist}. */
    private static final Pattern MISSING = Pattern.compile("\"([^\"]+)\"|\\w+\\.(\\w+)");

    @Override
    public Failure read(SQLException failure) {
        if (failure instanceof SQLDataException refused) {
            return Refused.failure(refused);
        }
        String state = String.valueOf(failure.getSQLState());
        return switch (state) {
            case "23505" -> unique(failure);
            case "23503", "23001" -> about(Failure.Kind.FOREIGN_KEY, failure);
            case "23502" -> about(Failure.Kind.NOT_NULL, failure);
            // P0001 is what a trigger raises.
            case "23514", "23P01", "23000", "P0001" -> about(Failure.Kind.CONSTRAINT, failure);
            case "22001" -> Failure.of(Failure.Kind.TOO_LONG);
            case "22003", "22008" -> Failure.of(Failure.Kind.OUT_OF_RANGE);
            case "22012" -> Failure.of(Failure.Kind.DIVISION_BY_ZERO);
            // What pgjdbc says itself.
            case "02000" -> Failure.of(Failure.Kind.NO_ROWS);
            case "40001", "40P01" -> Failure.of(Failure.Kind.CONFLICT);
            case "42P01" -> new Failure(Failure.Kind.MISSING_TABLE, null, missing(failure), List.of(), null);
            case "42703" -> missingColumn(failure);
            case "42501" -> Failure.of(Failure.Kind.DENIED);
            case "25006" -> Failure.of(Failure.Kind.READ_ONLY);
            // Cancelled, locked for too long, and a transaction that was idle or ran for too long.
            case "57014", "55P03", "25P03", "25P04" -> Failure.of(Failure.Kind.TIMEOUT);
            case "25P02" -> Failure.of(Failure.Kind.ABORTED);
            // No connection that anything was sent on.
            case "08001", "08003", "08004" -> Failure.of(Failure.Kind.UNREACHABLE);
            case "57P01", "57P02" -> Failure.of(Failure.Kind.LOST);
            case "53300" -> Failure.of(Failure.Kind.TOO_MANY_CONNECTIONS);
            default -> Failure.of(kind(state.length() < 2 ? "" : state.substring(0, 2)));
        };
    }

    /**
     * PostgreSQL's answer to COMMIT is ROLLBACK when a statement had failed before, and pgjdbc takes it for a success
     * (PostgreSQL documentation, COMMIT). The driver knows the first failure, and adds it to that of the next statement.
     */
    @Override
    public @Nullable SQLException silentRollback(Connection connection) throws SQLException {
        if (!connection.isWrapperFor(BaseConnection.class)
                || connection.unwrap(BaseConnection.class).getTransactionState() != TransactionState.FAILED) {
            return null;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");
            return null;
        } catch (SQLException e) {
            return e;
        }
    }

    @Override
    public SQLException withoutValues(SQLException failure) {
        return failure instanceof PSQLException told ? PostgresqlRedaction.of(told) : failure;
    }

    /** What went wrong by the class of the SQLState. */
    private static Failure.Kind kind(String stateClass) {
        return switch (stateClass) {
            case "22" -> Failure.Kind.INVALID_VALUE;
            case "53" -> Failure.Kind.FULL;
            case "54" -> Failure.Kind.TOO_COMPLEX;
            case "08" -> Failure.Kind.LOST;
            // No authorization, no such database, and a server that starts or stops.
            case "28", "3D", "57" -> Failure.Kind.UNREACHABLE;
            default -> Failure.Kind.OTHER;
        };
    }

    private static @Nullable ServerErrorMessage server(SQLException failure) {
        return failure instanceof PSQLException exception ? exception.getServerErrorMessage() : null;
    }

    private static Failure about(Failure.Kind kind, SQLException failure) {
        ServerErrorMessage server = server(failure);
        if (server == null) {
            return Failure.of(kind);
        }
        String column = server.getColumn();
        return new Failure(
                kind,
                server.getSchema(),
                server.getTable(),
                column == null ? List.of() : List.of(column),
                server.getConstraint());
    }

    /** The columns stand in the detail, in front of their values. */
    private static Failure unique(SQLException failure) {
        Failure about = about(Failure.Kind.UNIQUE, failure);
        ServerErrorMessage server = server(failure);
        Matcher key = PostgresqlRedaction.KEY.matcher(server == null ? "" : String.valueOf(server.getDetail()));
        if (!key.lookingAt()) {
            return about;
        }
        List<String> columns = Stream.of(key.group(1).split(", ", -1))
                .map(column -> column.replace("\"", ""))
                .toList();
        return new Failure(about.kind(), about.namespace(), about.table(), columns, about.constraint());
    }

    private static Failure missingColumn(SQLException failure) {
        String column = missing(failure);
        return new Failure(Failure.Kind.MISSING_COLUMN, null, null, column == null ? List.of() : List.of(column), null);
    }

    private static @Nullable String missing(SQLException failure) {
        if (!(failure instanceof PSQLException told)) {
            return null;
        }
        ServerErrorMessage server = told.getServerErrorMessage();
        if (server == null || !PostgresqlRedaction.isAboutItsText(told, server)) {
            return null;
        }
        Matcher name = MISSING.matcher(String.valueOf(server.getMessage()));
        if (!name.find()) {
            return null;
        }
        return name.group(1) == null ? name.group(2) : name.group(1);
    }
}
