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

/** MySQL: enums in their columns, indexes in their tables, no database schemas. */
final class MysqlDialect implements MigrationDialect {

    @Override
    public DiffRules diffRules() {
        return new MysqlDiffRules();
    }

    @Override
    public Provider provider() {
        return Provider.MYSQL;
    }

    @Override
    public EnumStorage enumStorage() {
        return EnumStorage.COLUMN;
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
        return MysqlTypes.spell(column.type());
    }

    @Override
    public MigrationRunner runner(Consumer<String> progress) {
        throw new MigrationException(
                "C3005",
                "Caspian writes migrations for MySQL, but cannot apply them yet. Run their scripts with another tool.",
                null);
    }

    @Override
    public List<String> statements(Step step) {
        return step instanceof Step.SwapColumns swap
                ? SqlText.BACKTICKS.swapColumns(swap)
                : List.of(MysqlStatements.of(step));
    }
}
