package dev.caspian.introspect;

import dev.caspian.database.ColumnDefault;
import dev.caspian.database.ColumnDefault.Kind;
import dev.caspian.database.ColumnDefault.Literal;
import dev.caspian.database.ColumnType;
import dev.caspian.provider.ScalarType;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Understands declared types and defaults of SQLite, which keeps both as they were written. Stateless. */
final class SqliteTypes {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+");
    private static final Pattern STRING = Pattern.compile("'([^']|'')*+'");
    private static final Pattern BYTES = Pattern.compile("[xX]'([0-9a-fA-F]*)'");

    private static final Set<String> NOW = Set.of("current_timestamp", "datetime('now')", "datetime()");

    private SqliteTypes() {}

    static ColumnType parse(String declared) {
        String type = declared.toLowerCase(Locale.ROOT).strip();
        String name = type.replaceAll("\\s*\\(.*\\)$", "");
        ScalarType family = switch (name) {
            case "text",
                    "clob",
                    "char",
                    "varchar",
                    "character",
                    "varying character",
                    "nchar",
                    "native character",
                    "nvarchar",
                    "uuid" -> ScalarType.STRING;
            case "int", "integer", "int2", "smallint", "tinyint", "mediumint", "serial" -> ScalarType.INT;
            case "bigint", "int8", "unsigned big int" -> ScalarType.BIG_INT;
            case "real", "float", "double", "double precision" -> ScalarType.FLOAT;
            case "decimal", "numeric" -> ScalarType.DECIMAL;
            case "boolean", "bool" -> ScalarType.BOOLEAN;
            case "date", "datetime", "timestamp" -> ScalarType.DATE_TIME;
            case "json", "jsonb" -> ScalarType.JSON;
            case "blob", "binary" -> ScalarType.BYTES;
            default -> null;
        };
        return family == null ? new ColumnType.Unsupported(type) : new ColumnType.Scalar(family, null);
    }

    static @Nullable ColumnDefault parseDefault(@Nullable String written, ColumnType type) {
        if (written == null || written.equalsIgnoreCase("null")) {
            return null;
        }
        if (type instanceof ColumnType.Scalar scalar) {
            if (scalar.family() == ScalarType.DATE_TIME && NOW.contains(written.toLowerCase(Locale.ROOT))) {
                return new ColumnDefault.Now();
            }
            Literal literal = literal(written, scalar.family());
            if (literal != null) {
                return literal;
            }
        }
        return new ColumnDefault.Expression(written);
    }

    private static @Nullable Literal literal(String written, ScalarType family) {
        return switch (family) {
            case STRING -> string(written, Kind.STRING);
            case JSON -> string(written, Kind.JSON);
            // Times are written in many ways, of which the schema language knows one.
            case DATE_TIME -> null;
            case INT, BIG_INT -> number(written, WHOLE);
            case FLOAT, DECIMAL -> number(written, NUMBER);
            case BOOLEAN -> bool(written);
            case BYTES -> bytes(written);
        };
    }

    /** SQLite takes a quoted number for the number that it is, in a column of numbers. */
    private static @Nullable Literal number(String written, Pattern shape) {
        Literal quoted = string(written, Kind.NUMBER);
        String digits = quoted == null ? written : quoted.text();
        return shape.matcher(digits).matches() ? new Literal(Kind.NUMBER, digits) : null;
    }

    private static @Nullable Literal string(String written, Kind kind) {
        if (kind == Kind.STRING && NUMBER.matcher(written).matches()) {
            return new Literal(kind, written);
        }
        if (!STRING.matcher(written).matches()) {
            return null;
        }
        return new Literal(kind, written.substring(1, written.length() - 1).replace("''", "'"));
    }

    private static @Nullable Literal bool(String written) {
        return switch (written.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> new Literal(Kind.BOOLEAN, "true");
            case "false", "0" -> new Literal(Kind.BOOLEAN, "false");
            default -> null;
        };
    }

    private static @Nullable Literal bytes(String written) {
        return BYTES.matcher(written).matches()
                ? new Literal(
                        Kind.BYTES, written.substring(2, written.length() - 1).toLowerCase(Locale.ROOT))
                : null;
    }
}
