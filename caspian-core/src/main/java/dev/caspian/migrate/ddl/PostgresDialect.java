package dev.caspian.migrate.ddl;

import dev.caspian.database.Column;
import dev.caspian.migrate.diff.DiffRules;
import dev.caspian.migrate.diff.Step;
import dev.caspian.migrate.history.MigrationRunner;
import dev.caspian.migrate.history.PostgresRunner;
import dev.caspian.provider.Provider;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** PostgreSQL: many native types, arrays, enum types, and everything altered in place. */
final class PostgresDialect implements MigrationDialect {

    private static final PostgresStatements STATEMENTS = new PostgresStatements(new PostgresTypes(), false);

    @Override
    public DiffRules diffRules() {
        return new PostgresDiffRules();
    }

    @Override
    public Provider provider() {
        return Provider.POSTGRESQL;
    }

    @Override
    public EnumStorage enumStorage() {
        return EnumStorage.TYPE;
    }

    @Override
    public @Nullable String defaultNamespace() {
        return "public";
    }

    @Override
    public boolean givesJoinTablesPrimaryKeys() {
        return true;
    }

    @Override
    public boolean autoincrementIsDefault() {
        return false;
    }

    @Override
    public String typeSql(Column column) {
        return STATEMENTS.type(PostgresAlterTable.withoutCounter(column));
    }

    @Override
    public MigrationRunner runner(Consumer<String> progress) {
        return new PostgresRunner(progress);
    }

    @Override
    public List<String> statements(Step step) {
        return STATEMENTS.of(step);
    }
}
