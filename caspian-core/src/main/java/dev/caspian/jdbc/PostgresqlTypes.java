package dev.caspian.jdbc;

import dev.caspian.provider.ScalarType;
import dev.caspian.sql.ColumnType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How PostgreSQL names column types. */
public final class PostgresqlTypes {

    private PostgresqlTypes() {}

    /** The name of the type of one element, without length and precision, as a cast writes it. */
    public static String name(ColumnType type) {
        ColumnType.Enumeration enumeration = type.enumeration();
        if (enumeration != null) {
            return (enumeration.namespace() == null ? "" : quoted(enumeration.namespace()) + ".")
                    + quoted(enumeration.name());
        }
        String nativeName = nativeName(type);
        if (nativeName != null) {
            return nativeName;
        }
        return switch (type.type()) {
            case STRING -> "text";
            case BOOLEAN -> "boolean";
            case INT -> "integer";
            case BIG_INT -> "bigint";
            case FLOAT -> "double precision";
            case DECIMAL -> "numeric";
            case DATE_TIME -> "timestamp";
            case JSON -> "jsonb";
            case BYTES -> "bytea";
        };
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static @Nullable String nativeName(ColumnType type) {
        if (type.nativeType() == null) {
            return null;
        }
        String name = type.nativeType().name();
        return switch (name) {
            case "DoublePrecision" -> "double precision";
            case "ByteA" -> "bytea";
            case "Decimal" -> "numeric";
            // A cast to char or bit without a length would cut to one character.
            case "Char" -> "bpchar";
            case "Bit" -> "varbit";
            default -> name.toLowerCase(Locale.ROOT);
        };
    }

    /** Whether the driver has no method for values of this type, so that the server has to read them as text. */
    static boolean isOnlyText(ColumnType type) {
        if (type.enumeration() != null || type.list() || type.type() == ScalarType.JSON) {
            return true;
        }
        return type.nativeType() != null
                && switch (type.nativeType().name()) {
                    case "Bit", "VarBit", "Xml", "Inet", "Citext", "Money" -> true;
                    default -> false;
                };
    }
}
