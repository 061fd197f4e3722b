package dev.caspian.migrate.ddl;

import dev.caspian.database.Column;
import dev.caspian.provider.NativeType;
import dev.caspian.provider.ScalarType;
import java.util.List;
import java.util.Locale;

/** The native types of CockroachDB. Stateless. */
final class CockroachTypes implements TypeSpelling {

    static NativeType defaultType(ScalarType type) {
        return switch (type) {
            case STRING -> of("String");
            case BOOLEAN -> of("Bool");
            case INT -> of("Int4");
            case BIG_INT -> of("Int8");
            case FLOAT -> of("Float8");
            case DECIMAL -> of("Decimal", 65, 30);
            case DATE_TIME -> of("Timestamp", 3);
            case JSON -> of("JsonB");
            case BYTES -> of("Bytes");
        };
    }

    private static NativeType of(String name, Integer... arguments) {
        return new NativeType(name, List.of(arguments));
    }

    @Override
    public String spell(NativeType type, Column column) {
        if (type.name().equals("CatalogSingleChar")) {
            return "\"char\"";
        }
        return type.name().toUpperCase(Locale.ROOT) + PostgresTypes.arguments(type);
    }
}
