package dev.caspian.migrate.ddl;

import dev.caspian.database.Column;
import dev.caspian.error.MigrationException;
import dev.caspian.migrate.diff.DiffRules;
import dev.caspian.migrate.diff.Step;
import dev.caspian.migrate.history.MigrationRunner;
import dev.caspian.provider.Provider;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** CockroachDB: the SQL of PostgreSQL with types of its own, and one clause per {@code ALTER TABLE}. */
final class CockroachDialect implements MigrationDialect {

    private static final PostgresStatements STATEMENTS = new PostgresStatements(new CockroachTypes(), true);

    @Override
    public DiffRules diffRules() {
        return new CockroachDiffRules();
    }

    @Override
    public Provider provider() {
        return Provider.COCKROACHDB;
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
        return false;
    }

    @Override
    public boolean autoincrementIsDefault() {
        return true;
    }

    @Override
    public String typeSql(Column column) {
        return STATEMENTS.type(PostgresAlterTable.withoutCounter(column));
    }

    @Override
    public MigrationRunner runner(Consumer<String> progress) {
        throw new MigrationException(
                "C3005",
                "Caspian writes migrations for CockroachDB, but cannot apply them yet. Run their scripts with another tool.",
                null);
    }

    @Override
    public List<String> statements(Step step) {
        return STATEMENTS.of(step);
    }
}
