package dev.caspian.migrate.ddl;

import dev.caspian.database.Column;
import dev.caspian.database.ColumnType;
import dev.caspian.migrate.diff.DiffRules;
import dev.caspian.migrate.diff.Step;
import dev.caspian.migrate.history.MigrationRunner;
import dev.caspian.provider.NativeType;
import dev.caspian.provider.Provider;
import dev.caspian.provider.ScalarType;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Everything about migrations that differs between databases: one stateless object for each of them. */
public interface MigrationDialect {

    /** The dialect of a database product. */
    static MigrationDialect of(Provider provider) {
        return switch (provider) {
            case SQLITE -> new SqliteDialect();
            case POSTGRESQL -> new PostgresDialect();
            case MYSQL -> new MysqlDialect();
            case COCKROACHDB -> new CockroachDialect();
        };
    }

    /** The database product. */
    Provider provider();

    /** What can be changed in place, and how values survive a change of type. */
    DiffRules diffRules();

    /**
     * The column type of a scalar field.
     *
     * @param nativeType the type chosen in the schema, or null for the default one
     */
    default ColumnType columnType(ScalarType type, @Nullable NativeType nativeType) {
        NativeType chosen =
                nativeType == null ? provider().traits().defaultNativeType(type).orElse(null) : nativeType;
        return new ColumnType.Scalar(type, chosen);
    }

    EnumStorage enumStorage();

    /** The database schema of a table that names none, as {@code CREATE SCHEMA} writes it; null if there are none. */
    @Nullable String defaultNamespace();

    /** Whether the two columns of a join table are its primary key, rather than a unique index. */
    boolean givesJoinTablesPrimaryKeys();

    /** Whether {@code autoincrement()} is a default like any other ({@code unique_rowid()}) rather than a counter. */
    boolean autoincrementIsDefault();

    /** The type of a column as this database spells it, {@code []} included. */
    String typeSql(Column column);

    /**
     * Applies migrations to this database.
     *
     * @param progress receives a sentence for each migration, and now and then one about what takes long
     * @throws dev.caspian.error.MigrationException C3005 if there is no runner for it
     */
    MigrationRunner runner(Consumer<String> progress);

    /** The statements of a step, without semicolons; empty when the step needs none. */
    List<String> statements(Step step);
}
