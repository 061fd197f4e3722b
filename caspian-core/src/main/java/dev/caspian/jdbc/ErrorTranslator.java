package dev.caspian.jdbc;

import dev.caspian.error.AccessDeniedException;
import dev.caspian.error.CommitOutcomeUnknownException;
import dev.caspian.error.ConnectionTimeoutException;
import dev.caspian.error.ConstraintException;
import dev.caspian.error.DatabaseFullException;
import dev.caspian.error.DatabaseUnreachableException;
import dev.caspian.error.ForeignKeyConstraintException;
import dev.caspian.error.InvalidQueryException;
import dev.caspian.error.InvalidValueException;
import dev.caspian.error.MissingColumnException;
import dev.caspian.error.MissingTableException;
import dev.caspian.error.NullConstraintException;
import dev.caspian.error.RawQueryException;
import dev.caspian.error.StatementTimeoutException;
import dev.caspian.error.TooManyConnectionsException;
import dev.caspian.error.TransactionAbortedException;
import dev.caspian.error.UncategorizedDatabaseException;
import dev.caspian.error.UniqueConstraintException;
import dev.caspian.error.ValueOutOfRangeException;
import dev.caspian.error.ValueTooLongException;
import dev.caspian.error.WriteConflictException;
import dev.caspian.schema.Model;
import dev.caspian.schema.Schema;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Makes errors in the words of the schema from those of the database. Immutable.
 *
 * <p>Neither they nor their causes hold values: the database's own message often does, so the cause is what the
 * {@link FailureReader} leaves of it.
 */
public final class ErrorTranslator {

    private final Schema schema;
    private final FailureReader failures;

    public ErrorTranslator(Schema schema, FailureReader failures) {
        this.schema = schema;
        this.failures = failures;
    }

    /**
     * The error to throw.
     *
     * @param model the model that the statement was about, or null for several or none
     */
    public DataAccessException translate(SQLException thrown, @Nullable Model model) {
        return translate(thrown, model, StatementOrigin.UNKNOWN);
    }

    /**
     * The error to throw.
     *
     * @param model the model that the statement was about, or null for several or none
     * @param origin what is known of the statement
     */
    public DataAccessException translate(SQLException thrown, @Nullable Model model, StatementOrigin origin) {
        if (thrown instanceof SQLTransientConnectionException) {
            // Some connections are taken from their pool by their first statement.
            return translateUnconnected(thrown);
        }
        boolean isRaw = origin == StatementOrigin.RAW;
        SQLException cause = failures.withoutValues(thrown);
        Failure failure = failures.read(cause);
        String about = model == null ? "" : " of the model `" + model.name() + "`";
        return switch (failure.kind()) {
            case UNIQUE -> unique(failure, model, cause);
            case NOT_NULL ->
                new NullConstraintException("A required field got no value: " + fields(failure, model) + ".", cause);
            case FOREIGN_KEY ->
                new ForeignKeyConstraintException("A record" + about + reference(failure, origin), cause);
            case CONSTRAINT ->
                new ConstraintException(
                        "A write" + about + " violates a constraint of the database" + constraint(failure) + ".",
                        cause);
            case TOO_LONG -> new ValueTooLongException("A value" + about + " is longer than its column.", cause);
            case OUT_OF_RANGE ->
                new ValueOutOfRangeException(
                        "A value" + about + ", or the result of a calculation, does not fit into its "
                                + (isRaw ? "type" : "column") + "." + why(cause),
                        cause);
            case DIVISION_BY_ZERO ->
                new ValueOutOfRangeException(
                        "A statement" + about + " divides by zero. Leave out the rows whose divisor is zero, or use"
                                + " another divisor.",
                        cause);
            case INVALID_VALUE ->
                new InvalidValueException(
                        (isRaw
                                        ? "A value of a parameter, or of a cast, is not valid for its type."
                                        : "A value" + about + " is not valid for its column.")
                                + why(cause),
                        cause);
            case CONFLICT ->
                new WriteConflictException(
                        "The transaction lost a conflict or a deadlock with another one. Run it again.", cause);
            case MISSING_TABLE ->
                new MissingTableException(
                        "The table " + name(failure.table()) + " does not exist in the database. " + advice(isRaw),
                        cause);
            case MISSING_COLUMN ->
                new MissingColumnException(
                        "The column " + name(String.join(", ", failure.columns())) + " does not exist in the database. "
                                + advice(isRaw),
                        cause);
            case UNREACHABLE, LOST ->
                new DatabaseUnreachableException(
                        "The database cannot be reached or opened: " + cause.getMessage(), cause);
            case FULL ->
                new DatabaseFullException(
                        "The database has no room for a statement" + about
                                + ", on its disk or in its memory, and nothing of it is saved. Make room there, and run it"
                                + " again.",
                        cause);
            case TOO_MANY_CONNECTIONS ->
                new TooManyConnectionsException(
                        "The database has no room for another connection. Make the pools smaller, or its limit larger.",
                        cause);
            case DENIED ->
                new AccessDeniedException(
                        "The user of the database may not run a statement" + about + ". Grant what it needs.", cause);
            case READ_ONLY ->
                new InvalidQueryException(
                        "A write" + about + " came into a transaction, or to a database, that is read-only. Remove"
                                + " `readOnly = true`, or write in a transaction of its own.",
                        cause);
            case TIMEOUT ->
                new StatementTimeoutException(
                        "A statement" + about + " took longer than it may. Make it faster, or the timeout longer.",
                        cause);
            case TOO_COMPLEX ->
                new InvalidQueryException(
                        "A statement" + about
                                + " is nested too deep or too long for the database. Use several queries.",
                        cause);
            case NO_ROWS ->
                new InvalidQueryException(
                        "The statement of a raw query returns no rows. Use `executeRaw`, which returns how many it"
                                + " changed.",
                        cause);
            case ABORTED -> aborted(cause);
            case SECOND_WRITER -> new InvalidQueryException(String.valueOf(cause.getMessage()), cause);
            case OTHER -> new UncategorizedDatabaseException("The database refused a statement" + about + ".", cause);
        };
    }

    /**
     * The error of what was to be committed, be it a transaction or a statement that commits by itself.
     *
     * @param otherwise what makes the error where it is known that nothing was committed
     */
    public DataAccessException translateCommit(
            SQLException cause, Function<SQLException, DataAccessException> otherwise) {
        return failures.read(cause).kind() == Failure.Kind.LOST ? outcomeUnknown(cause) : otherwise.apply(cause);
    }

    /** The error of a commit that the database did not answer. */
    public CommitOutcomeUnknownException outcomeUnknown(SQLException cause) {
        return new CommitOutcomeUnknownException(
                "The connection to the database, or its disk, was lost during a commit, or in a statement that commits by"
                        + " itself, so that nobody knows whether everything of it was saved, or nothing. Do not just run it again: look in the database for"
                        + " what it writes, for example by a unique key, and repeat it only if that is missing.",
                cause);
    }

    /** Whether the database has found a conflict between transactions: running this one again may succeed. */
    public boolean isConflict(SQLException cause) {
        return switch (failures.read(cause).kind()) {
            case CONFLICT -> true;
            case ABORTED -> cause.getCause() instanceof SQLException first && isConflict(first);
            default -> false;
        };
    }

    /** Whether the failure says nothing of what the database did: it was out of reach, or the driver did not ask it. */
    public boolean isSilent(SQLException cause) {
        Failure.Kind kind = failures.read(cause).kind();
        return kind == Failure.Kind.LOST
                || kind == Failure.Kind.UNREACHABLE
                || (kind == Failure.Kind.OTHER && cause.getSQLState() == null);
    }

    /** The conflict, where that is what failed first. */
    private DataAccessException aborted(SQLException cause) {
        return cause.getCause() instanceof SQLException first && isConflict(first)
                ? translate(first, null)
                : new TransactionAbortedException(
                        "The transaction cannot go on, and nothing of it is saved: a statement of it had failed before."
                                + " Let that error out of the transaction, or run what may fail in one of its own, with"
                                + " `Propagation.NESTED`.",
                        cause);
    }

    /** The error of a statement of the application's own. What its text caused is told in the database's words. */
    public DataAccessException translateRaw(SQLException thrown) {
        SQLException cause = failures.withoutValues(thrown);
        if (failures.read(cause).kind() != Failure.Kind.OTHER) {
            return translate(cause, null, StatementOrigin.RAW);
        }
        return new RawQueryException("The database refused a raw query: " + cause.getMessage(), cause);
    }

    /** The error of a connection that could not be had. */
    public DataAccessException translateUnconnected(SQLException thrown) {
        SQLException cause = failures.withoutValues(thrown);
        if (cause instanceof SQLTransientConnectionException pool) {
            // A pool says why it could not connect, where it tried.
            return pool.getCause() instanceof SQLException refused
                    ? translateUnconnected(refused)
                    : new ConnectionTimeoutException(
                            "The connection pool had no connection in time. Close transactions and streams earlier, or"
                                    + " make the pool larger.",
                            cause);
        }
        return failures.read(cause).kind() == Failure.Kind.OTHER
                ? new DatabaseUnreachableException("The database cannot be reached: " + cause.getMessage(), cause)
                : translate(cause, null);
    }

    private static String name(@Nullable String name) {
        return name == null || name.isEmpty() ? "that a statement names" : "`" + name + "`";
    }

    private UniqueConstraintException unique(Failure failure, @Nullable Model model, SQLException cause) {
        FailurePlace place = FailurePlace.of(failure, schema, model);
        List<String> fields = place.fields();
        Model violated = place.model();
        String key = fields.isEmpty() ? "a unique key" : "the same `" + String.join("`, `", fields) + "`";
        String of = violated == null ? "" : " of the model `" + violated.name() + "`";
        String message = "A record" + of + " with " + key + " exists already"
                + (violated == null || fields.isEmpty() ? constraint(failure) : "") + ".";
        return new UniqueConstraintException(message, violated == null ? null : violated.name(), fields, cause);
    }

    private String fields(Failure failure, @Nullable Model model) {
        FailurePlace place = FailurePlace.of(failure, schema, model);
        String prefix = place.model() == null ? "`" : "`" + place.model().name() + ".";
        return prefix + String.join("`, " + prefix, place.fields()) + "`";
    }

    /** What this program found out itself; the database's own words may hold values. */
    private static String why(SQLException cause) {
        return cause instanceof SQLDataException ? " " + cause.getMessage() : "";
    }

    private static String advice(boolean isRaw) {
        return isRaw ? "Apply the migrations, or correct the query." : "Apply the migrations.";
    }

    private static String reference(Failure failure, StatementOrigin origin) {
        return switch (origin) {
            case INSERT ->
                " refers to one that does not exist" + constraint(failure) + ". Create the related record first.";
            case DELETE ->
                " cannot be deleted as long as others refer to it" + constraint(failure)
                        + ". Delete those first, or relate them to another one.";
            default ->
                " refers to one that does not exist, or others refer to it" + constraint(failure)
                        + ". Create the related record first, or delete those that refer to it.";
        };
    }

    private static String constraint(Failure failure) {
        return failure.constraint() == null ? "" : " (constraint `" + failure.constraint() + "`)";
    }
}
