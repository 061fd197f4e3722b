package dev.caspian.introspect;

import dev.caspian.database.Column;
import dev.caspian.database.ColumnDefault;
import dev.caspian.database.ColumnType;
import dev.caspian.database.DatabaseState;
import dev.caspian.database.EnumDefinition;
import dev.caspian.database.Extension;
import dev.caspian.database.ForeignKey;
import dev.caspian.database.IndexColumn;
import dev.caspian.database.PrimaryKey;
import dev.caspian.database.QualifiedName;
import dev.caspian.database.Table;
import dev.caspian.database.TableIndex;
import dev.caspian.schema.Arity;
import dev.caspian.schema.ReferentialAction;
import dev.caspian.schema.SortOrder;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads PostgreSQL through its system catalogues (PostgreSQL manual, "System Catalogs"). */
final class PostgresIntrospector implements Introspector {

    @Override
    public DatabaseState introspect(DataSource dataSource, List<String> namespaces) {
        return Catalogue.read(dataSource, connection -> {
            boolean qualified = !namespaces.isEmpty();
            List<String> read = qualified ? namespaces : ownNamespace(connection);
            DatabaseState state = new Reading(connection, read, qualified).state();
            List<String> all = qualified
                    ? Catalogue.query(connection, PostgresCatalogue.NAMESPACES, row -> row.getString(1))
                    : List.of("public");
            return new DatabaseState(all, state.tables(), state.enums(), extensions(connection), List.of());
        });
    }

    /** The database schema of the connection; none if its address names one that does not exist yet. */
    private static List<String> ownNamespace(Connection connection) throws SQLException {
        return Catalogue.query(
                connection, "SELECT current_schema() WHERE current_schema() IS NOT NULL", row -> row.getString(1));
    }

    private static List<Extension> extensions(Connection connection) throws SQLException {
        return Catalogue.query(
                connection,
                PostgresCatalogue.EXTENSIONS,
                row -> new Extension(row.getString(1), row.getString(2), row.getString(3)));
    }

    @Override
    public List<Unmodelled> unmodelled(DataSource dataSource, List<String> namespaces) {
        return Catalogue.read(dataSource, connection -> {
            boolean qualified = !namespaces.isEmpty();
            List<Unmodelled> all = new ArrayList<>();
            for (String namespace : qualified ? namespaces : ownNamespace(connection)) {
                all.addAll(
                        UnmodelledReader.read(connection, PostgresUnmodelled.QUERY, qualified, namespace, namespace));
            }
            return all;
        });
    }

    /** The reading of some database schemas; confined to one call. */
    private static final class Reading {

        private final Connection connection;
        private final List<String> namespaces;
        private final boolean qualified;
        private final Map<QualifiedName, EnumDefinition> enums = new LinkedHashMap<>();

        Reading(Connection connection, List<String> namespaces, boolean qualified) {
            this.connection = connection;
            this.namespaces = namespaces;
            this.qualified = qualified;
        }

        /** All enums come first: columns of any database schema may have them. */
        DatabaseState state() throws SQLException {
            for (String namespace : namespaces) {
                for (EnumDefinition type : Catalogue.query(
                        connection,
                        PostgresCatalogue.ENUMS,
                        row -> new EnumDefinition(name(namespace, row.getString(1)), strings(row.getArray(2))),
                        namespace)) {
                    enums.put(type.name(), type);
                }
            }
            List<Table> tables = new ArrayList<>();
            for (String namespace : namespaces) {
                for (String table :
                        Catalogue.query(connection, PostgresCatalogue.TABLES, row -> row.getString(1), namespace)) {
                    tables.add(table(namespace, table));
                }
            }
            return new DatabaseState(List.of(), tables, List.copyOf(enums.values()));
        }

        private QualifiedName name(String schema, String name) {
            return new QualifiedName(qualified || !namespaces.contains(schema) ? schema : null, name);
        }

        private Table table(String namespace, String table) throws SQLException {
            List<Column> columns =
                    Catalogue.query(connection, PostgresCatalogue.COLUMNS, this::column, namespace, table);
            PrimaryKey primaryKey = null;
            List<TableIndex> indexes = new ArrayList<>();
            for (IndexRow row :
                    Catalogue.query(connection, PostgresCatalogue.INDEXES, IndexRow::read, namespace, table)) {
                if (row.primary()) {
                    primaryKey = new PrimaryKey(row.name(), row.columns());
                } else {
                    TableIndex.Kind kind = row.unique() ? TableIndex.Kind.UNIQUE : TableIndex.Kind.NORMAL;
                    String algorithm = row.method().equals("btree") ? null : row.method();
                    indexes.add(new TableIndex(kind, row.name(), row.columns(), algorithm, row.condition()));
                }
            }
            List<ForeignKey> keys =
                    Catalogue.query(connection, PostgresCatalogue.FOREIGN_KEYS, this::foreignKey, namespace, table);
            return new Table(name(namespace, table), columns, primaryKey, indexes, keys);
        }

        private Column column(ResultSet row) throws SQLException {
            boolean list = row.getBoolean("is_list");
            String printedDefault = row.getString("default_value");
            boolean counts =
                    row.getBoolean("is_identity") || (printedDefault != null && printedDefault.startsWith("nextval("));
            ColumnType type = type(row);
            ColumnDefault defaultValue = row.getBoolean("is_generated")
                    ? new ColumnDefault.Generated()
                    : PostgresDefaults.parse(printedDefault, type, list);
            Arity scalarArity = row.getBoolean("is_required") ? Arity.REQUIRED : Arity.OPTIONAL;
            return new Column(
                    row.getString("name"),
                    type,
                    list ? Arity.LIST : scalarArity,
                    counts ? null : defaultValue,
                    counts,
                    false,
                    row.getString("sequence_name"));
        }

        private ColumnType type(ResultSet row) throws SQLException {
            QualifiedName name = name(row.getString("type_schema"), row.getString("type_name"));
            EnumDefinition type = enums.get(name);
            if (type != null) {
                return new ColumnType.Enumerated(type);
            }
            ColumnType scalar = PostgresTypes.parse(row.getString("type_name"), row.getInt("modifier"));
            return scalar == null ? new ColumnType.Unsupported(row.getString("spelling")) : scalar;
        }

        private ForeignKey foreignKey(ResultSet row) throws SQLException {
            return new ForeignKey(
                    row.getString("name"),
                    strings(row.getArray("columns")),
                    name(row.getString("referenced_schema"), row.getString("referenced_table")),
                    strings(row.getArray("referenced_columns")),
                    action(row.getString("on_delete")),
                    action(row.getString("on_update")));
        }
    }

    private record IndexRow(
            String name,
            boolean primary,
            boolean unique,
            String method,
            List<IndexColumn> columns,
            @Nullable String condition) {

        static IndexRow read(ResultSet row) throws SQLException {
            List<String> names = strings(row.getArray("columns"));
            List<String> orders = strings(row.getArray("orders"));
            List<String> classNames = strings(row.getArray("class_names"));
            @Nullable String[] classes = (String[]) row.getArray("classes").getArray();
            List<IndexColumn> columns = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                String operatorClass = classes[i];
                String defaultClass = operatorClass == null ? classNames.get(i) : null;
                SortOrder order = orders.get(i).equals("DESC") ? SortOrder.DESC : null;
                columns.add(new IndexColumn(names.get(i), order, null, operatorClass, defaultClass));
            }
            return new IndexRow(
                    row.getString("name"),
                    row.getBoolean("is_primary"),
                    row.getBoolean("is_unique"),
                    row.getString("method"),
                    columns,
                    row.getString("condition"));
        }
    }

    private static List<String> strings(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    private static ReferentialAction action(String code) {
        return switch (code) {
            case "c" -> ReferentialAction.CASCADE;
            case "r" -> ReferentialAction.RESTRICT;
            case "n" -> ReferentialAction.SET_NULL;
            case "d" -> ReferentialAction.SET_DEFAULT;
            default -> ReferentialAction.NO_ACTION;
        };
    }
}
