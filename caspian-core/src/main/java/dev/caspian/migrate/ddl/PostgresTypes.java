package dev.caspian.migrate.ddl;

import dev.caspian.database.Column;
import dev.caspian.provider.NativeType;
import dev.caspian.provider.ScalarType;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The native types of PostgreSQL. Stateless. */
final class PostgresTypes implements TypeSpelling {

    static NativeType defaultType(ScalarType type) {
        return switch (type) {
            case STRING -> of("Text");
            case BOOLEAN -> of("Boolean");
            case INT -> of("Integer");
            case BIG_INT -> of("BigInt");
            case FLOAT -> of("DoublePrecision");
            case DECIMAL -> of("Decimal", 65, 30);
            case DATE_TIME -> of("Timestamp", 3);
            case JSON -> of("JsonB");
            case BYTES -> of("ByteA");
        };
    }

    private static NativeType of(String name, Integer... arguments) {
        return new NativeType(name, List.of(arguments));
    }

    @Override
    public String spell(NativeType type, Column column) {
        String counter = column.autoincrement() ? counter(type.name()) : "";
        if (!counter.isEmpty()) {
            return counter;
        }
        String name = type.name().equals("DoublePrecision")
                ? "DOUBLE PRECISION"
                : type.name().toUpperCase(Locale.ROOT);
        return name + arguments(type);
    }

    private static String counter(String type) {
        return switch (type) {
            case "SmallInt" -> "SMALLSERIAL";
            case "Integer" -> "SERIAL";
            case "BigInt" -> "BIGSERIAL";
            default -> "";
        };
    }

    /** {@code (65,30)}, or nothing. */
    static String arguments(NativeType type) {
        if (type.arguments().isEmpty()) {
            return "";
        }
        return type.arguments().stream().map(String::valueOf).collect(Collectors.joining(",", "(", ")"));
    }
}
