package dev.caspian.migrate.ddl;

import dev.caspian.database.ColumnType;
import dev.caspian.provider.NativeType;
import dev.caspian.provider.ScalarType;
import java.util.Locale;
import java.util.stream.Collectors;

/** The native types of MySQL. Stateless. */
final class MysqlTypes {

    private MysqlTypes() {}

    static String spell(ColumnType type) {
        if (type instanceof ColumnType.Enumerated enumerated) {
            return "ENUM(" + SqlText.strings(enumerated.definition().values()) + ")";
        }
        if (type instanceof ColumnType.Unsupported unsupported) {
            return unsupported.sql();
        }
        ColumnType.Scalar scalar = (ColumnType.Scalar) type;
        NativeType nativeType = scalar.nativeType();
        if (nativeType == null) {
            throw new IllegalStateException("A column of MySQL has a native type");
        }
        boolean bool =
                scalar.family() == ScalarType.BOOLEAN && nativeType.name().equals("TinyInt");
        return bool ? "BOOLEAN" : spell(nativeType);
    }

    private static String spell(NativeType type) {
        boolean unsigned = type.name().startsWith("Unsigned");
        String name = unsigned ? type.name().substring("Unsigned".length()) : type.name();
        String sql = name.equals("Int") ? "INTEGER" : name.toUpperCase(Locale.ROOT);
        String arguments = type.arguments().isEmpty()
                ? ""
                : type.arguments().stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
        return sql + arguments + (unsigned ? " UNSIGNED" : "");
    }

    /** How many digits of a second a column of this type holds: 3 unless the type says otherwise. */
    static int fractionDigits(ColumnType type) {
        NativeType nativeType = type instanceof ColumnType.Scalar scalar ? scalar.nativeType() : null;
        return nativeType == null || nativeType.arguments().isEmpty()
                ? 3
                : nativeType.arguments().get(0);
    }
}
