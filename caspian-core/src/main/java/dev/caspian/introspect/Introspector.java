package dev.caspian.introspect;

import dev.caspian.database.DatabaseState;
import dev.caspian.provider.Provider;
import javax.sql.DataSource;

/** Reads the tables, keys, indexes and enums of a live database. Stateless. */
public interface Introspector {

    /** The introspector of a database product. */
    static Introspector of(Provider provider) {
        return switch (provider) {
            case SQLITE -> new SqliteIntrospector();
            case POSTGRESQL, COCKROACHDB, MYSQL ->
                throw new UnsupportedOperationException("Caspian cannot introspect " + provider.prismaName() + " yet.");
        };
    }

    /**
     * The state of the database, with tables ordered by name and without {@code _prisma_migrations}.
     *
     * @throws dev.caspian.error.MigrationException if the database cannot be read
     */
    DatabaseState introspect(DataSource dataSource);
}
