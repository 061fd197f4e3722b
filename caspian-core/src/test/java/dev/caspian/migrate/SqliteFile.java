package dev.caspian.migrate;

import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;

/** A database file, and short ways to look into it. */
public final class SqliteFile {

    private final TestDatabase database;

    public SqliteFile(Path file) {
        SQLiteDataSource dataSource = new SQLiteDataSource();
        dataSource.setUrl("jdbc:sqlite:" + file);
        this.database = new TestDatabase(dataSource);
    }

    public DataSource dataSource() {
        return database.dataSource();
    }

    public void execute(String... statements) {
        database.execute(statements);
    }

    /** The first column of every row. */
    public List<String> strings(String query) {
        return database.strings(query);
    }

    public List<String> tables() {
        return strings("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name");
    }
}
