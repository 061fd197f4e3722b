package dev.caspian.migrate.pull;

import dev.caspian.database.Column;
import dev.caspian.database.ColumnDefault;
import dev.caspian.database.ColumnDefault.Literal;
import dev.caspian.database.ColumnType;
import dev.caspian.database.EnumDefinition;
import dev.caspian.provider.NativeType;
import dev.caspian.provider.ProviderTraits;
import dev.caspian.provider.ScalarType;
import dev.caspian.schema.Arity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
            QualifiedEnum name = new QualifiedEnum(enumerated.definition());
            return names.enumType(enumerated.definition().name()).orElseGet(name::asUnsupported);
        }
        return unsupported(((ColumnType.Unsupported) type).sql());
    }

    private record QualifiedEnum(EnumDefinition definition) {

        String asUnsupported() {
            return unsupported(definition.name().toString());
        }
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
        return value == null ? Optional.empty() : Optional.of("@default(" + expression(value, column.type()) + ")");
    }

    private String expression(ColumnDefault value, ColumnType type) {
        if (value instanceof ColumnDefault.Now) {
            return "now()";
        }
        if (value instanceof Literal literal) {
            String text = literal(literal, type);
            return text == null ? generated("'" + literal.text().replace("'", "''") + "'") : text;
        }
        if (value instanceof ColumnDefault.ListOf list) {
            return list(list, type);
        }
        if (value instanceof ColumnDefault.Expression expression && expression.sql() != null) {
            return generated(expression.sql());
        }
        return "dbgenerated()";
    }

    private static String generated(String sql) {
        return "dbgenerated(" + SchemaText.quoted(sql) + ")";
    }

    private String list(ColumnDefault.ListOf list, ColumnType type) {
        List<String> elements = new ArrayList<>();
        for (Literal element : list.values()) {
            String text = literal(element, type);
            if (text == null) {
                return "dbgenerated()";
            }
            elements.add(text);
        }
        return "[" + String.join(", ", elements) + "]";
    }

    /** The literal, or null if the schema language cannot write it. */
    private @Nullable String literal(Literal literal, ColumnType type) {
        return switch (literal.kind()) {
            case STRING, JSON, DATE_TIME -> SchemaText.quoted(literal.text());
            case ENUM ->
                type instanceof ColumnType.Enumerated enumerated
                        ? names.value(enumerated.definition().name(), literal.text())
                                .orElse(null)
                        : null;
            case BOOLEAN -> literal.text();
            case BYTES ->
                SchemaText.quoted(
                        Base64.getEncoder().encodeToString(HexFormat.of().parseHex(literal.text())));
            case NUMBER -> number(literal.text(), type);
        };
    }

    private static @Nullable String number(String digits, ColumnType type) {
        BigDecimal number = new BigDecimal(digits);
        ScalarType family = type instanceof ColumnType.Scalar scalar ? scalar.family() : ScalarType.DECIMAL;
        return switch (family) {
            case INT -> isWithin(number, Integer.SIZE) ? number.toBigInteger().toString() : null;
            case BIG_INT -> isWithin(number, Long.SIZE) ? number.toBigInteger().toString() : null;
            default -> number.toPlainString();
        };
    }

    private static boolean isWithin(BigDecimal number, int bits) {
        BigDecimal whole = number.stripTrailingZeros();
        return whole.scale() <= 0 && whole.toBigInteger().bitLength() < bits;
    }
}
