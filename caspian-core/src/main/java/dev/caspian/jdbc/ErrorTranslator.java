package dev.caspian.jdbc;

import dev.caspian.error.ConnectionTimeoutException;
import dev.caspian.error.ConstraintException;
import dev.caspian.error.DatabaseUnreachableException;
import dev.caspian.error.ForeignKeyConstraintException;
import dev.caspian.error.InvalidValueException;
import dev.caspian.error.MissingColumnException;
import dev.caspian.error.MissingTableException;
import dev.caspian.error.NullConstraintException;
import dev.caspian.error.UncategorizedDatabaseException;
import dev.caspian.error.UniqueConstraintException;
import dev.caspian.error.ValueOutOfRangeException;
import dev.caspian.error.WriteConflictException;
import dev.caspian.schema.Index;
import dev.caspian.schema.Model;
import dev.caspian.schema.ScalarField;
import dev.caspian.schema.Schema;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Makes errors in the words of the schema from those of the database. Immutable.
 *
 * <p>The database's own message may hold values, so it is only in the cause.
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
    public DataAccessException translate(SQLException cause, @Nullable Model model) {
        Failure failure = failures.read(cause);
        String about = model == null ? "" : " of the model `" + model.name() + "`";
        return switch (failure.kind()) {
            case UNIQUE -> unique(failure, model, cause);
            case NOT_NULL ->
                new NullConstraintException("A required field got no value: " + fields(failure, model) + ".", cause);
            case FOREIGN_KEY ->
                new ForeignKeyConstraintException(
                        "A record" + about + " refers to one that does not exist, or others refer to it"
                                + constraint(failure)
                                + ". Create the related record first, or delete those that refer to it.",
                        cause);
            case CONSTRAINT ->
                new ConstraintException(
                        "A write" + about + " violates a constraint of the database" + constraint(failure) + ".",
                        cause);
            case OUT_OF_RANGE ->
                new ValueOutOfRangeException(
                        "A value" + about + ", or the result of a calculation, does not fit into its column."
                                + why(cause),
                        cause);
            case INVALID_VALUE ->
                new InvalidValueException("A value" + about + " is none that its column can hold." + why(cause), cause);
            case CONFLICT ->
                new WriteConflictException(
                        "The transaction lost a conflict or a deadlock with another one. Run it again.", cause);
            case MISSING_TABLE ->
                new MissingTableException(
                        "The table `" + failure.table() + "` does not exist in the database. Apply the migrations.",
                        cause);
            case MISSING_COLUMN ->
                new MissingColumnException(
                        "The column `" + String.join(", ", failure.columns())
                                + "` does not exist in the database. Apply the migrations.",
                        cause);
            case UNREACHABLE ->
                new DatabaseUnreachableException(
                        "The database cannot be reached or opened: " + cause.getMessage(), cause);
            case POOL_EXHAUSTED ->
                new ConnectionTimeoutException(
                        "The connection pool had no connection in time. Close transactions and streams earlier, or make the"
                                + " pool larger.",
                        cause);
            case OTHER -> new UncategorizedDatabaseException("The database refused a statement" + about + ".", cause);
        };
    }

    private UniqueConstraintException unique(Failure failure, @Nullable Model model, SQLException cause) {
        Model violated = violated(failure, model);
        List<String> fields = violated == null ? List.of() : uniqueFields(failure, violated);
        String key = fields.isEmpty() ? "a unique key" : "the same `" + String.join("`, `", fields) + "`";
        String message = violated == null
                ? "A record with " + key + " exists already" + constraint(failure) + "."
                : "A record of the model `" + violated.name() + "` with " + key + " exists already.";
        return new UniqueConstraintException(message, violated == null ? null : violated.name(), fields, cause);
    }

    /** The model of the table that the database names, or else the one that the statement was about. */
    private @Nullable Model violated(Failure failure, @Nullable Model model) {
        if (failure.table() == null) {
            return model;
        }
        Optional<Model> named = schema.models().stream()
                .filter(candidate -> candidate.databaseName().equals(failure.table()))
                .findFirst();
        return named.orElse(null);
    }

    private static List<String> uniqueFields(Failure failure, Model model) {
        if (failure.constraint() != null) {
            return model.uniqueKeys().stream()
                    .filter(index -> failure.constraint().equals(index.databaseName()))
                    .map(Index::fields)
                    .findFirst()
                    .orElse(List.of())
                    .stream()
                    .map(ScalarField::name)
                    .toList();
        }
        return names(failure.columns(), model);
    }

    /** The fields of these columns. */
    private static List<String> names(List<String> columns, Model model) {
        return columns.stream()
                .map(column -> model.scalarFields().stream()
                        .filter(field -> field.databaseName().equals(column))
                        .map(ScalarField::name)
                        .findFirst()
                        .orElse(column))
                .toList();
    }

    private String fields(Failure failure, @Nullable Model model) {
        Model violated = violated(failure, model);
        if (violated == null) {
            return "`" + String.join("`, `", failure.columns()) + "`";
        }
        String prefix = "`" + violated.name() + ".";
        return prefix + String.join("`, " + prefix, names(failure.columns(), violated)) + "`";
    }

    /** What this program found out itself; the database's own words may hold values. */
    private static String why(SQLException cause) {
        return cause instanceof SQLDataException ? " " + cause.getMessage() : "";
    }

    private static String constraint(Failure failure) {
        return failure.constraint() == null ? "" : " (constraint `" + failure.constraint() + "`)";
    }
}
