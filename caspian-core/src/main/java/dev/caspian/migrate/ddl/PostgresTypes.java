package dev.caspian.migrate.ddl;

import dev.caspian.database.Column;
import dev.caspian.provider.NativeType;
import java.util.Locale;
import java.util.stream.Collectors;

/** The native types of PostgreSQL. Stateless. */
final class PostgresTypes implements TypeSpelling {

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
