package dev.caspian.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A primary key, unique index, plain index or full-text index of a model.
 *
 * @param kind which of them
 * @param columns its columns, in order
 * @param clientName the {@code name} of a compound id or unique, or null
 * @param databaseName the constraint's or index's name in the database: {@code map}, or the generated one; null for a
 *     primary key that the database leaves unnamed
 * @param algorithm the {@code type}, for example {@code Gin}; null for the default, BTree
 * @param fromField whether it was declared on the field ({@code @id}, {@code @unique})
 * @param condition which rows it covers, from {@code where}, or null for all of them
 */
public record Index(
        Kind kind,
        List<Column> columns,
        @Nullable String clientName,
        @Nullable String databaseName,
        @Nullable String algorithm,
        boolean fromField,
        @Nullable Condition condition) {

    public Index {
        columns = List.copyOf(columns);
    }

    /** An index that covers every row. */
    public Index(
            Kind kind,
            List<Column> columns,
            @Nullable String clientName,
            @Nullable String databaseName,
            @Nullable String algorithm,
            boolean fromField) {
        this(kind, columns, clientName, databaseName, algorithm, fromField, null);
    }

    /** Which rows a partial index covers. */
    public sealed interface Condition {

        /** {@code where: raw("…")}. */
        record Sql(String text) implements Condition {}

        /** {@code where: { active: true, deletedAt: null }}: rows for which every comparison holds. */
        record Fields(List<Comparison> comparisons) implements Condition {
            public Fields {
                comparisons = List.copyOf(comparisons);
            }
        }
    }

    /**
     * A comparison of a column with a constant.
     *
     * @param negated whether it is {@code { not: … }}
     * @param value the content of the string, the source text of a number or {@code true}/{@code false}, or null for
     *     {@code null}
     */
    public record Comparison(
            ScalarField field, boolean negated, @Nullable String value) {}

    public enum Kind {
        PRIMARY_KEY,
        UNIQUE,
        INDEX,
        FULLTEXT
    }

    /**
     * One column of the index.
     *
     * @param field the indexed field
     * @param sort what {@code sort} says, or null
     * @param length the prefix length on MySQL, or null
     * @param operatorClass the operator class as SQL writes it, or null for the default
     */
    public record Column(
            ScalarField field,
            @Nullable SortOrder sort,
            @Nullable Integer length,
            @Nullable String operatorClass) {}

    public boolean isUnique() {
        return kind == Kind.PRIMARY_KEY || kind == Kind.UNIQUE;
    }

    /** The indexed fields, in order. */
    public List<ScalarField> fields() {
        return columns.stream().map(Column::field).toList();
    }

    /** The name by which the client selects a record through this compound key: {@code orgId_userId} by default. */
    public String selectorName() {
        if (clientName != null) {
            return clientName;
        }
        return String.join("_", fields().stream().map(ScalarField::name).toList());
    }
}
