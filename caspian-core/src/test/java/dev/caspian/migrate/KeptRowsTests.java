package dev.caspian.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.database.Column;
import dev.caspian.database.DatabaseState;
import dev.caspian.database.QualifiedName;
import dev.caspian.database.Rename;
import dev.caspian.database.Table;
import dev.caspian.introspect.Introspector;
import dev.caspian.migrate.PushResult.Outcome;
import dev.caspian.migrate.ddl.MigrationDialect;
import dev.caspian.migrate.desired.DesiredState;
import dev.caspian.provider.Provider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A database with rows becomes what the next schema asks for: no row is lost whose table stays, no value whose column
 * stays and keeps its type, and afterwards nothing is left to do.
 */
class KeptRowsTests {

    @TempDir
    private Path directory;

    private static DataSource postgresql;

    @BeforeAll
    static void createDatabase() {
        postgresql = PostgresServer.newDatabase();
    }

    static Stream<SchemaPair> sqlite() {
        return SchemaPair.of(Provider.SQLITE);
    }

    static Stream<SchemaPair> postgresql() {
        return SchemaPair.of(Provider.POSTGRESQL);
    }

    @Test
    void thereAreEnoughPairs() {
        assertThat(sqlite()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(postgresql()).hasSizeGreaterThanOrEqualTo(60);
    }

    @ParameterizedTest
    @MethodSource("sqlite")
    void keepsTheRowsOfSqlite(SchemaPair pair) {
        keepsTheRows(pair, new SqliteFile(directory.resolve("rows.db")).dataSource());
    }

    @ParameterizedTest
    @MethodSource("postgresql")
    void keepsTheRowsOfPostgresql(SchemaPair pair) {
        new TestDatabase(postgresql).execute("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
        keepsTheRows(pair, postgresql);
    }

    private static void keepsTheRows(SchemaPair pair, DataSource dataSource) {
        PrismaMigrate migrate = new PrismaMigrate(pair.provider());
        TestDatabase database = new TestDatabase(dataSource);
        assertThat(migrate.push(dataSource, pair.schemaBefore(), false).outcome())
                .isEqualTo(Outcome.CHANGED);
        Kept kept = Kept.between(pair);
        new SampleRows(kept.before, kept::mayBeNull).inOrder().forEach(database::execute);
        Map<QualifiedName, List<String>> rows = kept.rows(database, false);
        assertThat(rows.values()).allSatisfy(found -> assertThat(found).hasSize(SampleRows.ROWS));

        PushResult result = migrate.push(dataSource, pair.schemaAfter(), true);

        assertThat(result.unexecutable()).isEmpty();
        assertThat(kept.rows(database, true)).isEqualTo(rows);
        assertThat(migrate.push(dataSource, pair.schemaAfter(), false).outcome())
                .isEqualTo(Outcome.IN_SYNC);
        assertThat(Introspector.of(pair.provider())
                        .introspect(dataSource, List.of())
                        .tables())
                .extracting(Table::name)
                .containsExactlyInAnyOrderElementsOf(
                        kept.after.tables().stream().map(Table::name).toList());
    }

    /** What two states have in common. */
    private record Kept(DatabaseState before, DatabaseState after, Map<Table, Table> tables) {

        static Kept between(SchemaPair pair) {
            MigrationDialect dialect = MigrationDialect.of(pair.provider());
            DatabaseState before = DesiredState.of(pair.schemaBefore(), dialect);
            DatabaseState after = DesiredState.of(pair.schemaAfter(), dialect);
            Map<Table, Table> tables = new LinkedHashMap<>();
            for (Table table : after.tables()) {
                before.table(formerName(table, before, after)).ifPresent(former -> tables.put(former, table));
            }
            return new Kept(before, after, tables);
        }

        private static QualifiedName formerName(Table table, DatabaseState before, DatabaseState after) {
            return after.renames().stream()
                    .filter(rename -> rename instanceof Rename.OfTable named
                            && named.name().equals(table.name())
                            && before.table(named.former()).isPresent())
                    .map(rename -> ((Rename.OfTable) rename).former())
                    .findFirst()
                    .orElse(table.name());
        }

        private String formerName(Table former, Table table, Column column) {
            return after.renames().stream()
                    .filter(rename -> rename instanceof Rename.OfColumn named
                            && named.table().equals(table.name())
                            && named.name().equals(column.name())
                            && table.column(named.former()).isEmpty()
                            && former.column(named.former()).isPresent())
                    .map(rename -> ((Rename.OfColumn) rename).former())
                    .findFirst()
                    .orElse(column.name());
        }

        /** Not where the column will be required, which only a default could fill. */
        boolean mayBeNull(Table table, Column column) {
            Table latter = tables.get(table);
            return latter == null
                    || latter.columns().stream()
                            .filter(other -> formerName(table, latter, other).equals(column.name()))
                            .noneMatch(Column::isRequired);
        }

        /** By table as it is called in the end: its rows, of the columns that stay what they are. */
        Map<QualifiedName, List<String>> rows(TestDatabase database, boolean now) {
            Map<QualifiedName, List<String>> rows = new LinkedHashMap<>();
            tables.forEach((former, latter) -> {
                List<String> names = new ArrayList<>();
                for (Column column : latter.columns()) {
                    String name = formerName(former, latter, column);
                    former.column(name)
                            .filter(other -> other.type().equals(column.type()) && other.isList() == column.isList())
                            .ifPresent(other -> names.add(now ? column.name() : name));
                }
                String columns = names.stream()
                        .map(name -> "coalesce(CAST(\"" + name + "\" AS TEXT), 'null')")
                        .collect(Collectors.joining(" || '|' || "));
                Table table = now ? latter : former;
                rows.put(
                        latter.name(),
                        database.strings("SELECT " + (columns.isEmpty() ? "''" : columns) + " FROM \""
                                + table.name().name() + "\" ORDER BY 1"));
            });
            return rows;
        }
    }
}
