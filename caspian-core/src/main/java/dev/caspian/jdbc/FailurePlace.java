package dev.caspian.jdbc;

import dev.caspian.schema.Index;
import dev.caspian.schema.Model;
import dev.caspian.schema.ScalarField;
import dev.caspian.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where in the schema something failed, as far as the database tells.
 *
 * @param model null where it is no table of a model
 * @param fields the names of the fields, or of columns that are no fields
 */
record FailurePlace(@Nullable Model model, List<String> fields) {

    /**
     * The place of a failure.
     *
     * @param about the model that the statement was about, or null for several or none
     */
    static FailurePlace of(Failure failure, Schema schema, @Nullable Model about) {
        for (Model model : schema.models()) {
            Optional<List<ScalarField>> key = violatedKey(failure, model);
            if (key.isPresent()) {
                return new FailurePlace(model, names(key.get()));
            }
        }
        for (Model model : schema.models()) {
            if (failure.table() == null) {
                List<ScalarField> fields = qualified(failure.columns(), model);
                if (!fields.isEmpty()) {
                    return new FailurePlace(model, names(fields));
                }
            } else if (isIn(failure, model)) {
                return new FailurePlace(model, fields(failure.columns(), model));
            }
        }
        boolean isElsewhere = failure.table() != null || !failure.columns().isEmpty();
        return new FailurePlace(isElsewhere ? null : about, failure.columns());
    }

    private static Optional<List<ScalarField>> violatedKey(Failure failure, Model model) {
        return model.indexes().stream()
                .filter(Index::isUnique)
                .filter(index -> failure.table() == null
                        ? failure.columns().equals(List.of(qualified(model, index.fields())))
                        : isIn(failure, model) && Objects.equals(index.databaseName(), failure.constraint()))
                .map(Index::fields)
                .findFirst();
    }

    private static boolean isIn(Failure failure, Model model) {
        return model.databaseName().equals(failure.table())
                && (model.namespace() == null
                        || failure.namespace() == null
                        || model.namespace().equals(failure.namespace()));
    }

    /** How a database writes columns that does not name their table apart: {@code User.firstName, User.lastName}. */
    private static String qualified(Model model, List<ScalarField> fields) {
        List<String> columns = fields.stream()
                .map(field -> model.databaseName() + "." + field.databaseName())
                .toList();
        return String.join(", ", columns);
    }

    /** The fields of such columns; empty where one of them is no field of the model. */
    private static List<ScalarField> qualified(List<String> columns, Model model) {
        List<ScalarField> found = new ArrayList<>();
        for (ScalarField field : model.scalarFields()) {
            if (columns.contains(qualified(model, List.of(field)))) {
                return List.of(field);
            }
        }
        for (String column : String.join(", ", columns).split(", ", -1)) {
            Optional<ScalarField> named = model.scalarFields().stream()
                    .filter(field -> qualified(model, List.of(field)).equals(column))
                    .findFirst();
            if (named.isEmpty()) {
                return List.of();
            }
            found.add(named.get());
        }
        return found;
    }

    private static List<String> fields(List<String> columns, Model model) {
        return columns.stream()
                .map(column -> model.scalarFields().stream()
                        .filter(field -> field.databaseName().equals(column))
                        .map(ScalarField::name)
                        .findFirst()
                        .orElse(column))
                .toList();
    }

    private static List<String> names(List<ScalarField> fields) {
        return fields.stream().map(ScalarField::name).toList();
    }
}
