package dev.caspian.behaviour;

import com.zaxxer.hikari.HikariDataSource;
import dev.caspian.schema.Model;
import dev.caspian.schema.Relation;
import dev.caspian.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One database of each kind, shared by all tests that use the same tables. */
public final class Databases {

    private record Tables(TestDatabase kind, String schema) {}

    private static final Map<Tables, HikariDataSource> OPEN = new HashMap<>();

    private Databases() {}

    public static synchronized HikariDataSource of(TestDatabase kind, String resource, Schema schema) {
        return OPEN.computeIfAbsent(new Tables(kind, resource), missing -> {
            HikariDataSource created = kind.create();
            kind.push(created, schema);
            return created;
        });
    }

    /** Deletes all rows. */
    public static void empty(TestDatabase kind, HikariDataSource dataSource, Schema schema) {
        List<String> tables = new ArrayList<>();
        for (Model model : schema.models()) {
            if (!model.isView()) {
                tables.add(quoted(model.namespace(), model.databaseName()));
            }
        }
        for (Relation relation : schema.relations()) {
            if (relation instanceof Relation.ManyToMany table) {
                tables.add(quoted(table.a().model().namespace(), table.tableName()));
            }
        }
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : kind.emptying(tables)) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String quoted(@Nullable String namespace, String table) {
        return (namespace == null ? "" : quoted(namespace) + ".") + quoted(table);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
