package dev.caspian.psl.analyse;

import dev.caspian.diagnostic.Span;
import dev.caspian.provider.IndexAlgorithm;
import dev.caspian.provider.OperatorClass;
import dev.caspian.psl.ast.Attribute;
import dev.caspian.psl.ast.Expression;
import dev.caspian.schema.Index.Kind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A primary key, unique, index or full-text index.
 *
 * @param ofField whether it is declared on a field
 * @param clientName what {@code name} says, or null
 * @param mappedName what {@code map} says, or null
 * @param algorithm what {@code type} says, or null
 * @param clustered what {@code clustered} says, or null
 * @param condition what {@code where} says, or null
 */
public record IndexSymbol(
        Kind kind,
        ModelSymbol model,
        Attribute attribute,
        boolean ofField,
        List<Column> columns,
        @Nullable String clientName,
        @Nullable String mappedName,
        @Nullable IndexAlgorithm algorithm,
        @Nullable Boolean clustered,
        @Nullable Expression condition) {

    public IndexSymbol {
        columns = List.copyOf(columns);
    }

    /** The order in which an index keeps a column. */
    public enum Sort {
        ASC,
        DESC;

        static Optional<Sort> named(String name) {
            return switch (name) {
                case "Asc" -> Optional.of(ASC);
                case "Desc" -> Optional.of(DESC);
                default -> Optional.empty();
            };
        }
    }

    /**
     * One column of an index.
     *
     * @param path the name as written: of the field, or of a field within it
     * @param field the field, or the one at the start of the path
     * @param sort what {@code sort} says, or null
     * @param length what {@code length} says, or null
     * @param operators what {@code ops} says, or null
     */
    public record Column(
            String path,
            ScalarFieldSymbol field,
            @Nullable Sort sort,
            @Nullable Integer length,
            @Nullable Operators operators) {}

    /** An operator class: one that the language knows, or any other in {@code raw("…")}. */
    public sealed interface Operators {

        record Known(OperatorClass type) implements Operators {}

        record Raw(String sql) implements Operators {}
    }

    public boolean isUnique() {
        return kind == Kind.UNIQUE;
    }

    public List<ScalarFieldSymbol> fields() {
        return columns.stream().map(Column::field).toList();
    }

    /** The algorithm, if one is given. */
    public Optional<IndexAlgorithm> givenAlgorithm() {
        return Optional.ofNullable(algorithm);
    }

    /** The given argument, or the whole attribute if it has none. */
    public Span spanOf(String argument) {
        return attribute.argumentSpan(argument).orElse(attribute.span());
    }
}
