package dev.caspian.migrate.pull;

import dev.caspian.database.Column;
import dev.caspian.database.ColumnDefault;
import dev.caspian.database.ColumnDefault.Literal;
import dev.caspian.database.ColumnType;
import dev.caspian.provider.NativeType;
import dev.caspian.provider.ProviderTraits;
import dev.caspian.provider.ScalarType;
import dev.caspian.schema.Arity;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes what the schema language says about a column: its type, its {@code @default} and its {@code @db}. */
final class ColumnText {

    private final PulledNames names;
    private final ProviderTraits traits;
    private final String datasource;

    ColumnText(PulledNames names, ProviderTraits traits, String datasource) {
        this.names = names;
        this.traits = traits;
        this.datasource = datasource;
    }

    /** The type without {@code ?} and {@code []}. */
    String type(Column column) {
        ColumnType type = column.type();
        if (type instanceof ColumnType.Scalar scalar) {
            return scalar.family().prismaName();
        }
        if (type instanceof ColumnType.Enumerated enumerated) {
            return names.enumType(enumerated.definition().name());
        }
        return unsupported(((ColumnType.Unsupported) type).sql());
    }

    private static String unsupported(String sql) {
        return "Unsupported(" + SchemaText.quoted(sql) + ")";
    }

    static String suffix(Arity arity) {
        return switch (arity) {
            case REQUIRED -> "";
            case OPTIONAL -> "?";
            case LIST -> "[]";
        };
    }

    /** The {@code @db} attribute; empty if the type is the one that the column would have anyway. */
    Optional<String> nativeType(Column column) {
        if (!(column.type() instanceof ColumnType.Scalar scalar)) {
            return Optional.empty();
        }
        NativeType type = scalar.nativeType();
        boolean usual = type == null
                || traits.defaultNativeType(scalar.family())
                        .filter(type::equals)
                        .isPresent();
        return usual ? Optional.empty() : Optional.of("@" + datasource + "." + type);
    }

    /** The {@code @default} attribute; empty for a column without one. */
    Optional<String> defaultValue(Column column) {
        ColumnDefault value = column.defaultValue();
        if (column.autoincrement()) {
            return Optional.of("@default(autoincrement())");
        }
        // A DEFAULT is something else: it could neither name the columns, nor be what an insert leaves to the database.
        return value == null || value instanceof ColumnDefault.Generated
                ? Optional.empty()
                : Optional.of("@default(" + expression(value, column.type()) + ")");
    }

    private String expression(ColumnDefault value, ColumnType type) {
        if (value instanceof ColumnDefault.Now) {
            return "now()";
        }
        if (value instanceof Literal literal) {
            return literal(literal, type);
        }
        if (value instanceof ColumnDefault.ListOf list) {
            return list.values().stream()
                    .map(element -> literal(element, type))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof ColumnDefault.Expression expression && expression.sql() != null) {
            return generated(expression.sql());
        }
        return "dbgenerated()";
    }

    private static String generated(String sql) {
        return "dbgenerated(" + SchemaText.quoted(sql) + ")";
    }

    private String literal(Literal literal, ColumnType type) {
        return switch (literal.kind()) {
            case STRING, JSON, DATE_TIME -> SchemaText.quoted(literal.text());
            case ENUM -> names.value(((ColumnType.Enumerated) type).definition().name(), literal.text());
            case BOOLEAN -> literal.text();
            case BYTES ->
                SchemaText.quoted(
                        Base64.getEncoder().encodeToString(HexFormat.of().parseHex(literal.text())));
            case NUMBER -> number(literal.text(), type);
        };
    }

    private static String number(String digits, ColumnType type) {
        BigDecimal number = new BigDecimal(digits);
        boolean whole = type instanceof ColumnType.Scalar scalar
                && (scalar.family() == ScalarType.INT || scalar.family() == ScalarType.BIG_INT);
        return whole ? number.toBigInteger().toString() : number.toPlainString();
    }
}
