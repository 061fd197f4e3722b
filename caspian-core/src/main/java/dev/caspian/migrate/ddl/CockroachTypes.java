package dev.caspian.migrate.ddl;

import dev.caspian.database.Column;
import dev.caspian.provider.NativeType;
import java.util.Locale;

/** The native types of CockroachDB. Stateless. */
final class CockroachTypes implements TypeSpelling {

    @Override
    public String spell(NativeType type, Column column) {
        if (type.name().equals("CatalogSingleChar")) {
            return "\"char\"";
        }
        return type.name().toUpperCase(Locale.ROOT) + PostgresTypes.arguments(type);
    }
}
