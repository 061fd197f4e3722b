package dev.caspian.boot.sqlite;

import dev.caspian.error.InvalidDatabaseUrlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.util.StringUtils;
import org.sqlite.SQLiteOpenMode;

/**
 * Opens connections to a SQLite database, with settings that suit a server. Thread-safe; each call opens the file, so put
 * a pool in front.
 *
 * <p>See the SQLite manual, "Pragma statements" and "Write-Ahead Logging".
 */
public final class SqliteDataSource extends AbstractDataSource {

    private static final String PREFIX = "jdbc:sqlite:";

    /** How long a transaction waits for those in front of it: as long as a pool lets one wait for a connection. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** How often the log is looked at. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** SQLite copies the log to the database when it has a thousand pages, of four KiB most often. */
    private static final long SMALLEST_LOG = 4L * 1024 * 1024;

    /** The WAL of earlier versions can lose pages when a checkpoint meets a writer. */
    private static final int[] OLDEST_VERSION = {3, 51, 3};

    private static final String NO_MUTEX =
            String.valueOf(SQLiteOpenMode.READWRITE.flag | SQLiteOpenMode.CREATE.flag | SQLiteOpenMode.NOMUTEX.flag);

    private static final Map<String, String> SETTINGS = new TreeMap<>(Map.of(
            "journal_mode", "WAL",
            "busy_timeout", "5000",
            "foreign_keys", "true",
            "journal_size_limit", "67108864",
            // In KiB when negative: 16 MB for each connection.
            "cache_size", "-16000",
            // The driver lets one thread at a time into a connection: SQLite's own locks would only cost time.
            "open_mode", NO_MUTEX));

    private final String url;
    private final Properties properties;
    private final WriteQueue queue = new WriteQueue(PATIENCE);
    private final @Nullable LogKeeper logKeeper;
    private volatile int loginTimeout;
    private volatile boolean opened;

    /** Makes a source of connections whose commits survive a power cut. */
    public SqliteDataSource(String url, Properties properties) {
        this(url, properties, SqliteDurability.FULL);
    }

    /**
     * Makes a source of connections.
     *
     * @param url {@code jdbc:sqlite:} and the path of a file, relative to the working directory
     * @param properties settings of the driver, which win over these here, as do those in the address
     * @param durability what a power cut may do
     */
    public SqliteDataSource(String url, Properties properties, SqliteDurability durability) {
        this(url, properties, durability, PAUSE);
    }

    /** Makes a source of connections, whose log is looked at no more often than after a pause. */
    SqliteDataSource(String url, Properties properties, SqliteDurability durability, Duration pause) {
        if (!accepts(url)) {
            throw new IllegalArgumentException("Not the address of a SQLite database");
        }
        requireFile(url);
        this.url = url;
        this.properties = new Properties();
        SETTINGS.forEach(this::setUnlessInAddress);
        // Not always NORMAL, SQLite's own advice for WAL: what was committed must survive a power cut.
        setUnlessInAddress("synchronous", durability.synchronous());
        properties
                .stringPropertyNames()
                .forEach(name -> this.properties.setProperty(name, properties.getProperty(name)));
        logKeeper = isInMemory() ? null : logKeeper(pause);
    }

    /** The driver fetches what comes after {@code :resource:}, from the network too. */
    private static void requireFile(String url) {
        String name = url.substring(PREFIX.length()).toLowerCase(Locale.ROOT);
        if (name.startsWith(":resource:") || name.startsWith("file:file:") || name.startsWith("file::resource:")) {
            throw new InvalidDatabaseUrlException("The address of the SQLite database has `"
                    + (name.contains(":resource:") ? ":resource:" : "file:file:") + "` after `jdbc:sqlite:`, where the"
                    + " path of a file belongs. Write only the path there, as in `jdbc:sqlite:./dev.db`.");
        }
    }

    private void setUnlessInAddress(String setting, String value) {
        if (!url.toLowerCase(Locale.ROOT).matches(".*[?&]" + setting + "=.*")) {
            properties.setProperty(setting, value);
        }
    }

    private @Nullable LogKeeper logKeeper(Duration pause) {
        Matcher inAddress = Pattern.compile("[?&]journal_size_limit=(-?\\d+)", Pattern.CASE_INSENSITIVE)
                .matcher(url);
        // The driver lets the address win.
        String limit = inAddress.find() ? inAddress.group(1) : properties.getProperty("journal_size_limit", "-1");
        long bytes = limit.matches("-?\\d{1,18}") ? Long.parseLong(limit) : -1;
        return bytes < 0 ? null : new LogKeeper(Path.of(file() + "-wal"), Math.max(bytes, SMALLEST_LOG), pause);
    }

    /** The queue of those that write. */
    WriteQueue queue() {
        return queue;
    }

    /** Whether this is the address of a SQLite database. */
    public static boolean accepts(String url) {
        return StringUtils.startsWithIgnoreCase(url, PREFIX);
    }

    /**
     * Whether connections of this kind are what a DataSource gives out, wrapped or not.
     *
     * @throws SQLException if it gives out none
     */
    public static boolean isBehind(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isWrapperFor(SqliteConnection.class);
        }
    }

    /** Whether the database is in memory, so that each connection would see one of its own. */
    public boolean isInMemory() {
        return name().isEmpty()
                || name().startsWith(":memory:")
                || name().startsWith("file::memory:")
                || url.contains("mode=memory");
    }

    /** The file that holds the database, as the address gives it. */
    public Path file() {
        String name = name().startsWith("file:") ? name().substring("file:".length()) : name();
        return Path.of(name);
    }

    private String name() {
        String address = url.substring(PREFIX.length());
        int question = address.indexOf('?');
        return question < 0 ? address : address.substring(0, question);
    }

    @Override
    public Connection getConnection() throws SQLException {
        SqliteConnection connection = open();
        try {
            requireVersion(connection.libversion());
            requireWritable(connection);
            // Functions in the schema of a file that somebody else wrote may not reach out of the database.
            connection.getDatabase().exec("PRAGMA trusted_schema = OFF", false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private SqliteConnection open() throws SQLException {
        try {
            if (!isInMemory()) {
                refuseSharedCache();
                requireFileThatWasThere();
                createFolder();
            }
            Properties copy = new Properties();
            copy.putAll(properties);
            SqliteConnection connection = new SqliteConnection(
                    url, url.substring(PREFIX.length()), copy, queue, logKeeper, isInMemory() ? null : file());
            opened = opened || connection.openedFile().isPresent();
            return connection;
        } catch (SQLException e) {
            throw isInMemory() || e instanceof SqliteOpenException ? e : SqliteOpenException.of(file(), e);
        }
    }

    /** In it, readers and the writer lock each other's tables, and `busy_timeout` does not make them wait. */
    private void refuseSharedCache() throws SQLException {
        if (url.contains("cache=shared") || Boolean.parseBoolean(properties.getProperty("shared_cache"))) {
            throw SqliteOpenException.sharedCache(file());
        }
    }

    /** Or else SQLite would make an empty one in its place, and who wrote to the other would not know. */
    private void requireFileThatWasThere() throws SQLException {
        if (opened && !Files.exists(file())) {
            throw SqliteOpenException.takenAway(file());
        }
    }

    private void createFolder() throws SQLException {
        Path folder = file().toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new SQLException("cannot create the folder", e);
            }
        }
    }

    /** SQLite opens a file that may only be read, and would refuse the first write: perhaps days after the start. */
    private void requireWritable(SqliteConnection connection) throws SQLException {
        if (!isInMemory() && !isOnlyRead(connection) && Files.exists(file()) && !Files.isWritable(file())) {
            throw SqliteOpenException.notWritable(file(), null);
        }
    }

    private boolean isOnlyRead(SqliteConnection connection) {
        return connection.isReadOnly() || url.contains("mode=ro") || url.contains("immutable=1");
    }

    /**
     * Refuses a library that can lose what was written.
     *
     * @param version that of SQLite, as it gives it itself
     */
    static void requireVersion(String version) throws SQLException {
        String[] parts = version.split("\\.", -1);
        for (int i = 0; i < OLDEST_VERSION.length; i++) {
            int difference = Integer.parseInt(parts[i]) - OLDEST_VERSION[i];
            if (difference < 0) {
                throw SqliteOpenException.outdated(version);
            }
            if (difference > 0) {
                return;
            }
        }
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }

    /** Opening a file waits for nobody, but a pool that is closed waits so long for the connections that it is opening. */
    @Override
    public void setLoginTimeout(int seconds) {
        loginTimeout = seconds;
    }

    @Override
    public int getLoginTimeout() {
        return loginTimeout;
    }
}
