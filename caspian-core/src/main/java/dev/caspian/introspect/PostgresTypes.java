package dev.caspian.introspect;

import dev.caspian.database.ColumnType;
import dev.caspian.provider.NativeType;
import dev.caspian.provider.ScalarType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Understands the types of PostgreSQL by their names in {@code pg_type}. Stateless. */
final class PostgresTypes {

    private static final int VARIABLE_LENGTH_HEADER = 4;

    /** Digits behind the second of times that do not say how many. */
    private static final int FULL_PRECISION = 6;

    private PostgresTypes() {}

    /**
     * The type of a column.
     *
     * @param name its name in {@code pg_type}
     * @param modifier its {@code atttypmod}, which holds length, precision and scale
     * @return null for a type that the schema language does not know
     */
    static ColumnType.@Nullable Scalar parse(String name, int modifier) {
        return switch (name) {
            case "text" -> type(ScalarType.STRING, "Text");
            case "varchar" -> type(ScalarType.STRING, "VarChar", length(modifier));
            case "char" -> type(ScalarType.STRING, "Char");
            case "bpchar" -> type(ScalarType.STRING, "Char", length(modifier));
            case "bit" -> type(ScalarType.STRING, "Bit", plain(modifier));
            case "varbit" -> type(ScalarType.STRING, "VarBit", plain(modifier));
            case "uuid" -> type(ScalarType.STRING, "Uuid");
            case "xml" -> type(ScalarType.STRING, "Xml");
            case "inet" -> type(ScalarType.STRING, "Inet");
            case "citext" -> type(ScalarType.STRING, "Citext");
            case "bool" -> type(ScalarType.BOOLEAN, "Boolean");
            case "int2" -> type(ScalarType.INT, "SmallInt");
            case "int4" -> type(ScalarType.INT, "Integer");
            case "oid" -> type(ScalarType.INT, "Oid");
            case "int8" -> type(ScalarType.BIG_INT, "BigInt");
            case "float4" -> type(ScalarType.FLOAT, "Real");
            case "float8" -> type(ScalarType.FLOAT, "DoublePrecision");
            case "numeric" -> type(ScalarType.DECIMAL, "Decimal", precisionAndScale(modifier));
            case "money" -> type(ScalarType.DECIMAL, "Money");
            case "timestamp" -> type(ScalarType.DATE_TIME, "Timestamp", precision(modifier));
            case "timestamptz" -> type(ScalarType.DATE_TIME, "Timestamptz", precision(modifier));
            case "date" -> type(ScalarType.DATE_TIME, "Date");
            case "time" -> type(ScalarType.DATE_TIME, "Time", precision(modifier));
            case "timetz" -> type(ScalarType.DATE_TIME, "Timetz", precision(modifier));
            case "json" -> type(ScalarType.JSON, "Json");
            case "jsonb" -> type(ScalarType.JSON, "JsonB");
            case "bytea" -> type(ScalarType.BYTES, "ByteA");
            default -> null;
        };
    }

    private static ColumnType.Scalar type(ScalarType family, String name) {
        return type(family, name, List.of());
    }

    private static ColumnType.Scalar type(ScalarType family, String name, List<Integer> arguments) {
        return new ColumnType.Scalar(family, new NativeType(name, arguments));
    }

    private static List<Integer> plain(int modifier) {
        return modifier < 0 ? List.of() : List.of(modifier);
    }

    private static List<Integer> precision(int modifier) {
        return List.of(modifier < 0 ? FULL_PRECISION : modifier);
    }

    private static List<Integer> length(int modifier) {
        return modifier < 0 ? List.of() : List.of(modifier - VARIABLE_LENGTH_HEADER);
    }

    private static List<Integer> precisionAndScale(int modifier) {
        if (modifier < 0) {
            return List.of();
        }
        int packed = modifier - VARIABLE_LENGTH_HEADER;
        return List.of((packed >> 16) & 0xFFFF, packed & 0x7FF);
    }
}
