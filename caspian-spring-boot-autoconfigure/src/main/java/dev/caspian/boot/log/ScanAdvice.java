package dev.caspian.boot.log;

import dev.caspian.schema.Index;
import dev.caspian.schema.Model;
import dev.caspian.schema.ScalarField;
import dev.caspian.schema.Schema;
import dev.caspian.sql.Comparison;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says in the words of the schema what would save a statement from reading all of a table. Immutable. */
record ScanAdvice(Schema schema) {

    /**
     * What to do about a scan; empty where nothing is to be done, because all rows are meant, or because the database has an index
     * and thinks nothing of it.
     *
     * @param comparisons those of the statement; empty where nobody has read it
     */
    Optional<String> about(TableScan scan, List<Comparison> comparisons) {
        Model model = model(scan);
        if (comparisons.isEmpty()) {
            return Optional.of("Add an index on what its condition compares"
                    + (model == null ? "." : ": `@@index([…])` in the model `" + model.name() + "`."));
        }
        return model == null ? Optional.empty() : about(model, of(scan, comparisons));
    }

    private static Optional<String> about(Model model, List<Comparison> comparisons) {
        List<Comparison> indexable =
                comparisons.stream().filter(Comparison::indexable).toList();
        if (indexable.isEmpty()) {
            return comparisons.isEmpty()
                    ? Optional.empty()
                    : Optional.of("No ordinary index finds what it asks of " + names(model, comparisons)
                            + ": a part of a text, a text without its case, or what is not to be there. Let another condition"
                            + " with an index leave fewer rows.");
        }
        List<Comparison> missing = indexable.stream()
                .filter(comparison -> !isIndexed(model, comparison))
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("No index begins with " + names(model, missing) + ": add "
                        + missing.stream()
                                .map(comparison -> "`@@index([" + String.join(", ", fields(model, comparison)) + "])`")
                                .collect(Collectors.joining(" or "))
                        + " to the model `" + model.name() + "` in prisma/schema.prisma"
                        + (missing.size() == 1 ? "." : ", whichever leaves fewer rows."));
    }

    /** Those of the scanned table, to which the database may give another name where a statement uses one twice. */
    private static List<Comparison> of(TableScan scan, List<Comparison> comparisons) {
        List<Comparison> named = comparisons.stream()
                .filter(comparison -> comparison.table().name().equals(scan.source()))
                .toList();
        return !named.isEmpty()
                ? named
                : comparisons.stream()
                        .filter(comparison -> comparison.table().table().equals(scan.table()))
                        .toList();
    }

    /** The model of a table; tables of many-to-many relations have none, and have their indexes. */
    private @Nullable Model model(TableScan scan) {
        return schema.models().stream()
                .filter(model -> model.databaseName().equals(scan.table())
                        && (model.namespace() == null
                                || scan.namespace() == null
                                || Objects.equals(model.namespace(), scan.namespace())))
                .findFirst()
                .orElse(null);
    }

    private static boolean isIndexed(Model model, Comparison comparison) {
        return model.indexes().stream()
                .map(Index::fields)
                .anyMatch(fields -> comparison.columns().contains(fields.get(0).databaseName()));
    }

    private static String names(Model model, List<Comparison> comparisons) {
        return comparisons.stream()
                .flatMap(comparison -> fields(model, comparison).stream())
                .distinct()
                .map(field -> "`" + field + "`")
                .collect(Collectors.joining(" or "));
    }

    private static List<String> fields(Model model, Comparison comparison) {
        return comparison.columns().stream()
                .map(column -> fieldNames(model, column).findFirst().orElse(column))
                .toList();
    }

    private static Stream<String> fieldNames(Model model, String column) {
        return model.scalarFields().stream()
                .filter(field -> field.databaseName().equals(column))
                .map(ScalarField::name);
    }
}
