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
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads SQLite through its pragma functions (SQLite manual, "PRAGMA functions"). */
final class SqliteIntrospector implements Introspector {

    private static final String TABLES = "SELECT name FROM sqlite_master WHERE type = 'table'"
            + " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name <> '_prisma_migrations' ORDER BY name";
    private static final String COLUMNS =
            "SELECT name, type, \"notnull\", dflt_value, pk FROM pragma_table_info(?) ORDER BY cid";
    private static final String INDEXES =
            "SELECT l.name, l.\"unique\", CASE WHEN l.partial THEN m.sql END FROM pragma_index_list(?) l"
                    + " LEFT JOIN sqlite_master m ON m.type = 'index' AND m.name = l.name"
                    + " WHERE l.origin <> 'pk' ORDER BY l.seq";
    private static final String INDEX_COLUMNS =
            "SELECT name, \"desc\" FROM pragma_index_xinfo(?) WHERE key = 1 ORDER BY seqno";
    private static final String FOREIGN_KEYS = "SELECT id, \"table\", \"from\", \"to\", on_delete, on_update"
            + " FROM pragma_foreign_key_list(?) ORDER BY id, seq";

    private static final String HAS_ROW_IDS = "SELECT NOT wr FROM pragma_table_list(?) WHERE schema = 'main'";
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
            Map<String, Table> tables = new LinkedHashMap<>();
            for (String name : Catalogue.query(connection, TABLES, row -> row.getString(1))) {
                tables.put(name.toLowerCase(Locale.ROOT), table(connection, name));
            }
            return new DatabaseState(
                    List.of(),
                    tables.values().stream()
                            .map(table -> resolve(table, tables))
                            .toList(),
                    List.of());
        });
    }

    private static Table table(Connection connection, String name) throws SQLException {
        List<ColumnRow> rows = Catalogue.query(
                connection,
                COLUMNS,
                row -> new ColumnRow(
                        row.getString(1), row.getString(2), row.getInt(3) != 0, row.getString(4), row.getInt(5)),
                name);
        boolean hasRowIds = Catalogue.query(connection, HAS_ROW_IDS, row -> row.getBoolean(1), name)
                .contains(true);
        return new Table(
                QualifiedName.of(name),
                rows.stream()
                        .map(row -> column(row, hasRowIds && isRowId(row, rows)))
                        .toList(),
                primaryKey(rows),
                indexes(connection, name),
                foreignKeys(connection, name));
    }

    private record ColumnRow(
            String name,
            String type,
            boolean notNull,
            @Nullable String defaultValue,
            int keyPosition) {}

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

    private static List<TableIndex> indexes(Connection connection, String table) throws SQLException {
        record Row(String name, boolean unique, @Nullable String partialSql) {}
        List<TableIndex> indexes = new ArrayList<>();
        for (Row row : Catalogue.query(
                connection, INDEXES, row -> new Row(row.getString(1), row.getInt(2) != 0, row.getString(3)), table)) {
            record Part(@Nullable String column, boolean descending) {}
            List<Part> parts = Catalogue.query(
                    connection, INDEX_COLUMNS, part -> new Part(part.getString(1), part.getInt(2) != 0), row.name());
            List<IndexColumn> columns = new ArrayList<>();
            for (Part part : parts) {
                if (part.column() != null) {
                    columns.add(new IndexColumn(part.column(), part.descending(), null, null));
                }
            }
            // An index on an expression is nothing that a schema could ask for.
            if (columns.size() == parts.size()) {
                TableIndex.Kind kind = row.unique() ? TableIndex.Kind.UNIQUE : TableIndex.Kind.NORMAL;
                String sql = row.partialSql();
                String condition = sql == null ? null : SqliteIndexText.condition(sql);
                indexes.add(new TableIndex(kind, row.name(), columns, null, condition));
            }
        }
        return indexes;
    }

    private static List<ForeignKey> foreignKeys(Connection connection, String table) throws SQLException {
        record Row(
                int id, String table, String from, @Nullable String to, String onDelete, String onUpdate) {}
        Map<Integer, List<Row>> keys = new LinkedHashMap<>();
        for (Row row : Catalogue.query(
                connection,
                FOREIGN_KEYS,
                row -> new Row(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)),
                table)) {
            keys.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row);
        }
        List<ForeignKey> foreignKeys = new ArrayList<>();
        for (List<Row> rows : keys.values()) {
            List<String> references = new ArrayList<>();
            for (Row row : rows) {
                if (row.to() != null) {
                    references.add(row.to());
                }
            }
            Row first = rows.get(0);
            foreignKeys.add(new ForeignKey(
                    null,
                    rows.stream().map(Row::from).toList(),
                    QualifiedName.of(first.table()),
                    references,
                    Catalogue.action(first.onDelete()),
                    Catalogue.action(first.onUpdate())));
        }
        return foreignKeys;
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
