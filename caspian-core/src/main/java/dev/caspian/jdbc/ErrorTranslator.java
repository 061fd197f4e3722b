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
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
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
                new ValueOutOfRangeException("A value" + about + " does not fit into its column.", cause);
            case INVALID_VALUE ->
                new InvalidValueException("A value" + about + " is none that its column can hold.", cause);
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
        Place place = unique(failure).orElseGet(() -> place(failure, model));
        String key =
                place.fields().isEmpty() ? "a unique key" : "the same `" + String.join("`, `", place.fields()) + "`";
        Model violated = place.model();
        String message = violated == null
                ? "A record with " + key + " exists already" + constraint(failure) + "."
                : "A record of the model `" + violated.name() + "` with " + key + " exists already.";
        return new UniqueConstraintException(message, violated == null ? null : violated.name(), place.fields(), cause);
    }

    /** Where in the schema something happened, as far as the database tells. */
    private record Place(@Nullable Model model, List<String> fields) {}

    private Optional<Place> unique(Failure failure) {
        for (Model model : schema.models()) {
            for (Index index : model.indexes()) {
                if (index.isUnique() && isNamed(failure, model, index)) {
                    return Optional.of(new Place(model, names(index.fields())));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isNamed(Failure failure, Model model, Index index) {
        if (failure.table() == null) {
            return text(model, index.fields()).equals(failure.constraint());
        }
        return isIn(failure, model) && Objects.equals(failure.constraint(), index.databaseName());
    }

    private static boolean isIn(Failure failure, Model model) {
        return model.databaseName().equals(failure.table())
                && (model.namespace() == null || model.namespace().equals(failure.namespace()));
    }

    /** How a database writes columns that has no names for constraints. */
    private static String text(Model model, List<ScalarField> fields) {
        return fields.stream()
                .map(field -> model.databaseName() + "." + field.databaseName())
                .collect(Collectors.joining(", "));
    }

    private static List<String> names(List<ScalarField> fields) {
        return fields.stream().map(ScalarField::name).toList();
    }

    /** The table that the database names, or else the model that the statement was about. */
    private Place place(Failure failure, @Nullable Model model) {
        for (Model candidate : schema.models()) {
            for (ScalarField field : candidate.scalarFields()) {
                if (failure.table() == null && text(candidate, List.of(field)).equals(failure.constraint())) {
                    return new Place(candidate, List.of(field.name()));
                }
            }
            if (isIn(failure, candidate)) {
                return new Place(candidate, columns(failure, candidate));
            }
        }
        boolean isElsewhere = failure.table() != null || failure.constraint() != null;
        return new Place(isElsewhere ? null : model, failure.columns());
    }

    /** The fields of the columns that the database names. */
    private static List<String> columns(Failure failure, Model model) {
        return failure.columns().stream()
                .map(column -> model.scalarFields().stream()
                        .filter(field -> field.databaseName().equals(column))
                        .map(ScalarField::name)
                        .findFirst()
                        .orElse(column))
                .toList();
    }

    private String fields(Failure failure, @Nullable Model model) {
        Place place = place(failure, model);
        String prefix = place.model() == null ? "`" : "`" + place.model().name() + ".";
        return prefix + String.join("`, " + prefix, place.fields()) + "`";
    }

    private static String constraint(Failure failure) {
        return failure.constraint() == null ? "" : " (constraint `" + failure.constraint() + "`)";
    }
}
