package dev.caspian.migrate.ddl;

import dev.caspian.database.Column;
import dev.caspian.migrate.diff.DiffRules;
import dev.caspian.migrate.diff.Step;
import dev.caspian.migrate.history.MigrationRunner;
import dev.caspian.migrate.history.SqliteRunner;
import dev.caspian.provider.Provider;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** SQLite: one type per scalar, enums as text, no named keys. */
final class SqliteDialect implements MigrationDialect {

    @Override
    public DiffRules diffRules() {
        return new SqliteDiffRules();
    }

    @Override
    public Provider provider() {
        return Provider.SQLITE;
    }

    @Override
    public EnumStorage enumStorage() {
        return EnumStorage.TEXT;
    }

    @Override
    public @Nullable String defaultNamespace() {
        return null;
    }

    @Override
    public boolean givesJoinTablesPrimaryKeys() {
        return false;
    }

    @Override
    public boolean autoincrementIsDefault() {
        return false;
    }

    @Override
    public String typeSql(Column column) {
        return SqliteStatements.type(column.type());
    }

    @Override
    public MigrationRunner runner(Consumer<String> progress) {
        return new SqliteRunner(progress);
    }

    @Override
    public List<String> statements(Step step) {
        return SqliteStatements.of(step);
    }
}
