package dev.caspian.jdbc;

import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Understands the exceptions of pgjdbc by their SQLState (PostgreSQL documentation, appendix A). */
public record PostgresqlFailures() implements FailureReader {

    @Override
    public Failure read(SQLException failure) {
        if (failure instanceof SQLDataException refused) {
            return Refused.failure(refused);
        }
        String state = String.valueOf(failure.getSQLState());
        return switch (state) {
            case "23505" -> about(Failure.Kind.UNIQUE, failure);
            case "23503", "23001" -> about(Failure.Kind.FOREIGN_KEY, failure);
            case "23502" -> about(Failure.Kind.NOT_NULL, failure);
            case "23514", "23P01", "23000" -> about(Failure.Kind.CONSTRAINT, failure);
            case "22001", "22003", "22008", "22012" -> Failure.of(Failure.Kind.OUT_OF_RANGE);
            case "22P02", "22021", "22P05", "22007", "22032", "2200N" -> Failure.of(Failure.Kind.INVALID_VALUE);
            case "40001", "40P01", "55P03" -> Failure.of(Failure.Kind.CONFLICT);
            case "42P01" -> about(Failure.Kind.MISSING_TABLE, failure);
            case "42703" -> about(Failure.Kind.MISSING_COLUMN, failure);
            default -> Failure.of(state.startsWith("08") ? Failure.Kind.UNREACHABLE : Failure.Kind.OTHER);
        };
    }

    private static Failure about(Failure.Kind kind, SQLException failure) {
        ServerErrorMessage server =
                failure instanceof PSQLException exception ? exception.getServerErrorMessage() : null;
        if (server == null) {
            return Failure.of(kind);
        }
        String column = server.getColumn();
        return new Failure(
                kind, server.getTable(), column == null ? List.of() : List.of(column), server.getConstraint());
    }
}
