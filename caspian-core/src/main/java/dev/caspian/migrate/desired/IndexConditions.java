package dev.caspian.migrate.desired;

import dev.caspian.provider.ScalarType;
import dev.caspian.schema.EnumType;
import dev.caspian.schema.FieldType;
import dev.caspian.schema.Index;
import dev.caspian.schema.Index.Comparison;
import dev.caspian.schema.Index.Condition;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the {@code where} of partial indexes as SQL. Stateless. */
final class IndexConditions {

    private IndexConditions() {}

    /** The condition of an index, or null if it covers every row. */
    static @Nullable String sql(Index index) {
        Condition condition = index.condition();
        if (condition == null) {
            return null;
        }
        if (condition instanceof Condition.Sql sql) {
            return sql.text();
        }
        return ((Condition.Fields) condition)
                .comparisons().stream().map(IndexConditions::comparison).collect(Collectors.joining(" AND "));
    }

    private static String comparison(Comparison comparison) {
        String column = "\"" + comparison.field().databaseName().replace("\"", "\"\"") + "\"";
        String value = comparison.value();
        if (value == null) {
            return column + (comparison.negated() ? " IS NOT NULL" : " IS NULL");
        }
        return column
                + (comparison.negated() ? " != " : " = ")
                + constant(comparison.field().type(), value);
    }

    private static String constant(FieldType type, String value) {
        if (type instanceof FieldType.Enumerated enumerated) {
            return string(stored(enumerated.type(), value));
        }
        boolean quoted = type instanceof FieldType.Scalar scalar
                && (scalar.type() == ScalarType.STRING || scalar.type() == ScalarType.DATE_TIME);
        return quoted ? string(value) : value;
    }

    /** What the database holds for a value, which may be given by either of its names. */
    private static String stored(EnumType type, String value) {
        return type.values().stream()
                .filter(candidate -> candidate.name().equals(value))
                .map(EnumType.Value::databaseName)
                .findFirst()
                .orElse(value);
    }

    private static String string(String content) {
        return "'" + content.replace("'", "''") + "'";
    }
}
