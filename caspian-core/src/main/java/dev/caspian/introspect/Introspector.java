package dev.caspian.introspect;

import dev.caspian.database.DatabaseState;
import dev.caspian.error.MigrationException;
import dev.caspian.provider.Provider;
import java.util.List;
import javax.sql.DataSource;

/** Reads the tables, keys, indexes and enums of a live database. Stateless. */
public interface Introspector {

    /**
     * The introspector of a database product.
     *
     * @throws MigrationException C3005 if there is none for it
     */
    static Introspector of(Provider provider) {
        return switch (provider) {
            case SQLITE -> new SqliteIntrospector();
            case POSTGRESQL -> new PostgresIntrospector();
            case COCKROACHDB, MYSQL ->
                throw new MigrationException(
                        "C3005", "Caspian cannot introspect `" + provider.prismaName() + "` databases yet.", null);
        };
    }

    /**
     * The state of the database, with tables ordered by name and without {@code _prisma_migrations}.
     *
     * @param namespaces the database schemas to read; empty for that of the connection
     * @throws MigrationException C3000 if the database cannot be read
     */
    DatabaseState introspect(DataSource dataSource, List<String> namespaces);

    /**
     * What the database has beyond its {@link #introspect state}, because no schema can say it; ordered by table.
     *
     * @param namespaces the database schemas to read; empty for that of the connection
     * @throws MigrationException C3000 if the database cannot be read
     */
    List<Unmodelled> unmodelled(DataSource dataSource, List<String> namespaces);
}
