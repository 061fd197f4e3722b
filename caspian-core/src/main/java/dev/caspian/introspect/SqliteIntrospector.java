package dev.caspian.introspect;

import dev.caspian.database.Column;
import dev.caspian.database.ColumnType;
import dev.caspian.database.DatabaseState;
import dev.caspian.database.ForeignKey;
import dev.caspian.database.IndexColumn;
import dev.caspian.database.PrimaryKey;
import dev.caspian.database.QualifiedName;
import dev.caspian.database.Table;
import dev.caspian.database.TableIndex;
import dev.caspian.schema.Arity;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads SQLite through its pragma functions (SQLite manual, "PRAGMA functions"). */
final class SqliteIntrospector implements Introspector {

    private static final String TABLES = """
            SELECT name FROM sqlite_master
            WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> '_prisma_migrations'
            ORDER BY name""";
    private static final String WITHOUT_ROW_IDS = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND wr";
    private static final String COLUMNS = """
            SELECT t.name, c.name, c.type, c."notnull", c.dflt_value, c.pk
            FROM sqlite_master t JOIN pragma_table_info(t.name) c
            WHERE t.type = 'table' ORDER BY t.name, c.cid""";
    private static final String INDEXES = """
            SELECT t.name, l.name, l."unique", CASE WHEN l.partial THEN i.sql END, c.name, c."desc"
            FROM sqlite_master t JOIN pragma_index_list(t.name) l
              LEFT JOIN sqlite_master i ON i.type = 'index' AND i.name = l.name
              JOIN pragma_index_xinfo(l.name) c
            WHERE t.type = 'table' AND l.origin <> 'pk' AND c.key = 1 ORDER BY t.name, l.seq, c.seqno""";
    private static final String FOREIGN_KEYS = """
            SELECT t.name, k.id, k."table", k."from", k."to", k.on_delete, k.on_update
            FROM sqlite_master t JOIN pragma_foreign_key_list(t.name) k
            WHERE t.type = 'table' ORDER BY t.name, k.id, k.seq""";
    private static final String UNMODELLED = """
            WITH owned AS (
              SELECT name, type FROM sqlite_master
              WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> '_prisma_migrations'
            ), found AS (
              SELECT 'VIEW' AS kind, name AS relation, NULL AS name FROM owned WHERE type = 'view'
              UNION ALL
              SELECT 'TRIGGER', tbl_name, name FROM sqlite_master WHERE type = 'trigger'
              UNION ALL
              SELECT 'GENERATED_COLUMN', owned.name, c.name FROM owned, pragma_table_xinfo(owned.name) c
              WHERE owned.type = 'table' AND c.hidden IN (2, 3)
              UNION ALL
              SELECT 'EXPRESSION_INDEX', owned.name, i.name
              FROM owned, pragma_index_list(owned.name) i
              WHERE owned.type = 'table'
                AND EXISTS (SELECT 1 FROM pragma_index_xinfo(i.name) p WHERE p.key = 1 AND p.name IS NULL)
            )
            SELECT kind, NULL, relation, name FROM found ORDER BY relation, kind, name""";

    @Override
    public List<Unmodelled> unmodelled(DataSource dataSource, List<String> namespaces) {
        return Catalogue.read(dataSource, connection -> UnmodelledReader.read(connection, UNMODELLED, false));
    }

    @Override
    public DatabaseState introspect(DataSource dataSource, List<String> namespaces) {
        return Catalogue.read(dataSource, connection -> {
            Rows rows = Rows.read(connection);
            Map<String, Table> tables = new LinkedHashMap<>();
            for (String name : rows.tables()) {
                tables.put(name.toLowerCase(Locale.ROOT), rows.table(name));
            }
            return new DatabaseState(
                    List.of(),
                    tables.values().stream()
                            .map(table -> resolve(table, tables))
                            .toList(),
                    List.of());
        });
    }

    private record ColumnRow(
            String table,
            String name,
            String type,
            boolean notNull,
            @Nullable String defaultValue,
            int keyPosition) {}

    private record IndexRow(
            String table,
            String name,
            boolean unique,
            @Nullable String partialSql,
            @Nullable String column,
            boolean descending) {}

    private record KeyRow(
            String table,
            int id,
            String referenced,
            String from,
            @Nullable String to,
            String onDelete,
            String onUpdate) {}

    /** All that the pragmas tell, by table: a statement for each table would take longer than what it reads. */
    private record Rows(
            List<String> tables,
            Set<String> withoutRowIds,
            Map<String, List<ColumnRow>> columns,
            Map<String, List<IndexRow>> indexes,
            Map<String, List<KeyRow>> keys) {

        static Rows read(Connection connection) throws SQLException {
            return new Rows(
                    Catalogue.query(connection, TABLES, row -> row.getString(1)),
                    Set.copyOf(Catalogue.query(connection, WITHOUT_ROW_IDS, row -> row.getString(1))),
                    groups(
                            Catalogue.query(
                                    connection,
                                    COLUMNS,
                                    row -> new ColumnRow(
                                            row.getString(1),
                                            row.getString(2),
                                            row.getString(3),
                                            row.getInt(4) != 0,
                                            row.getString(5),
                                            row.getInt(6))),
                            ColumnRow::table),
                    groups(
                            Catalogue.query(
                                    connection,
                                    INDEXES,
                                    row -> new IndexRow(
                                            row.getString(1),
                                            row.getString(2),
                                            row.getInt(3) != 0,
                                            row.getString(4),
                                            row.getString(5),
                                            row.getInt(6) != 0)),
                            IndexRow::table),
                    groups(
                            Catalogue.query(
                                    connection,
                                    FOREIGN_KEYS,
                                    row -> new KeyRow(
                                            row.getString(1),
                                            row.getInt(2),
                                            row.getString(3),
                                            row.getString(4),
                                            row.getString(5),
                                            row.getString(6),
                                            row.getString(7))),
                            KeyRow::table));
        }

        private static <K, V> Map<K, List<V>> groups(List<V> rows, Function<V, K> key) {
            Map<K, List<V>> groups = new LinkedHashMap<>();
            for (V row : rows) {
                groups.computeIfAbsent(key.apply(row), first -> new ArrayList<>())
                        .add(row);
            }
            return groups;
        }

        Table table(String name) {
            List<ColumnRow> own = columns.getOrDefault(name, List.of());
            boolean hasRowIds = !withoutRowIds.contains(name);
            return new Table(
                    QualifiedName.of(name),
                    own.stream()
                            .map(row -> column(row, hasRowIds && isRowId(row, own)))
                            .toList(),
                    primaryKey(own),
                    groups(indexes.getOrDefault(name, List.of()), IndexRow::name).values().stream()
                            .flatMap(parts -> index(parts).stream())
                            .toList(),
                    groups(keys.getOrDefault(name, List.of()), KeyRow::id).values().stream()
                            .map(SqliteIntrospector::foreignKey)
                            .toList());
        }
    }

    /** Whether the column is another name of the {@code rowid}, which counts by itself (SQLite manual, "ROWIDs"). */
    private static boolean isRowId(ColumnRow row, List<ColumnRow> rows) {
        return row.keyPosition() > 0
                && row.type().equalsIgnoreCase("integer")
                && rows.stream().filter(other -> other.keyPosition() > 0).count() == 1;
    }

    private static Column column(ColumnRow row, boolean counts) {
        ColumnType type = SqliteTypes.parse(row.type());
        boolean required = row.notNull() || row.keyPosition() > 0;
        return new Column(
                row.name(),
                type,
                required ? Arity.REQUIRED : Arity.OPTIONAL,
                SqliteTypes.parseDefault(row.defaultValue(), type),
                counts,
                false);
    }

    private static @Nullable PrimaryKey primaryKey(List<ColumnRow> rows) {
        Map<Integer, IndexColumn> columns = new TreeMap<>();
        rows.stream()
                .filter(row -> row.keyPosition() > 0)
                .forEach(row -> columns.put(row.keyPosition(), IndexColumn.of(row.name())));
        return columns.isEmpty() ? null : new PrimaryKey(null, List.copyOf(columns.values()));
    }

    /** None where a part is an expression, which is nothing that a schema could ask for. */
    private static Optional<TableIndex> index(List<IndexRow> parts) {
        List<IndexColumn> columns = new ArrayList<>();
        for (IndexRow part : parts) {
            if (part.column() == null) {
                return Optional.empty();
            }
            columns.add(new IndexColumn(part.column(), part.descending(), null, null));
        }
        IndexRow index = parts.get(0);
        String sql = index.partialSql();
        return Optional.of(new TableIndex(
                index.unique() ? TableIndex.Kind.UNIQUE : TableIndex.Kind.NORMAL,
                index.name(),
                columns,
                null,
                sql == null ? null : SqliteIndexText.condition(sql)));
    }

    private static ForeignKey foreignKey(List<KeyRow> parts) {
        List<String> references = new ArrayList<>();
        for (KeyRow part : parts) {
            if (part.to() != null) {
                references.add(part.to());
            }
        }
        KeyRow key = parts.get(0);
        return new ForeignKey(
                null,
                parts.stream().map(KeyRow::from).toList(),
                QualifiedName.of(key.referenced()),
                references,
                Catalogue.action(key.onDelete()),
                Catalogue.action(key.onUpdate()));
    }

    /** Gives foreign keys the spelling of the table they refer to, and its primary key if they name no columns. */
    private static Table resolve(Table table, Map<String, Table> tables) {
        List<ForeignKey> keys = new ArrayList<>();
        for (ForeignKey key : table.foreignKeys()) {
            Table target = tables.get(key.referencedTable().name().toLowerCase(Locale.ROOT));
            if (target == null) {
                keys.add(key);
                continue;
            }
            PrimaryKey targetKey = target.primaryKey();
            List<String> references = key.referencedColumns().isEmpty() && targetKey != null
                    ? targetKey.columnNames()
                    : key.referencedColumns();
            keys.add(new ForeignKey(
                    key.name(), key.columns(), target.name(), references, key.onDelete(), key.onUpdate()));
        }
        return new Table(table.name(), table.columns(), table.primaryKey(), table.indexes(), keys);
    }
}
