package dev.caspian.behaviour;

import com.zaxxer.hikari.HikariDataSource;
import dev.caspian.schema.Model;
import dev.caspian.schema.Relation;
import dev.caspian.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One database of each kind, shared by all tests that use the same tables. */
public final class Databases {

    private static final Map<TestDatabase, HikariDataSource> OPEN = new EnumMap<>(TestDatabase.class);

    private Databases() {}

    static synchronized HikariDataSource of(TestDatabase kind, Schema schema) {
        return OPEN.computeIfAbsent(kind, missing -> {
            HikariDataSource created = missing.create();
            missing.push(created, schema);
            return created;
        });
    }

    /** Deletes all rows. */
    public static void empty(TestDatabase kind, HikariDataSource dataSource, Schema schema) {
        List<String> tables = new ArrayList<>();
        schema.models().stream().map(Model::databaseName).forEach(tables::add);
        for (Relation relation : schema.relations()) {
            if (relation instanceof Relation.ManyToMany table) {
                tables.add(table.tableName());
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
}
