package dev.caspian.boot.sqlite;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import dev.caspian.jdbc.RoutingPool;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A pool of connections to a SQLite database, whose readers and writers keep each other out of nothing.
 *
 * <p>It has the connections of the configured pool for what reads, and a second pool for what writes or may write. The
 * second one needs no limit: a transaction waits for its turn before it takes a connection, and single statements are let
 * in as many at a time as there are readers. Thread-safe.
 */
final class SqlitePool extends HikariDataSource implements RoutingPool {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final SqliteDataSource source;
    private final Object starting = new Object();
    private final GroupWriter groups = new GroupWriter(this);
    private volatile boolean givesAutoCommit;
    private volatile @Nullable Writers writers;

    /** Takes over the configuration of a pool that has not been started. */
    SqlitePool(HikariDataSource configuration, SqliteDataSource source) {
        configuration.copyStateTo(this);
        this.source = source;
        setAutoCommit(configuration.isAutoCommit());
        setDataSource(source);
        if (getPoolName() == null) {
            setPoolName("SqlitePool-" + COUNT.incrementAndGet());
        }
        if (source.isInMemory()) {
            keepTheOneConnection();
        }
    }

    private void keepTheOneConnection() {
        setMaximumPoolSize(1);
        setMinimumIdle(1);
        setIdleTimeout(0);
        setMaxLifetime(0);
    }

    /** For connections that are given out. Inside of the pool they commit by themselves: what it runs begins nothing. */
    @Override
    public void setAutoCommit(boolean autoCommit) {
        givesAutoCommit = autoCommit;
        super.setAutoCommit(true);
    }

    @Override
    public void setMetricsTrackerFactory(MetricsTrackerFactory metrics) {
        synchronized (starting) {
            super.setMetricsTrackerFactory(metrics);
            Writers started = writers;
            if (started != null) {
                started.tell(metrics);
            }
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        requireOpen();
        return LazyConnection.of(this, givesAutoCommit);
    }

    @Override
    public <T> T read(Use<T> use) throws SQLException {
        try (Connection connection = lent()) {
            SqliteConnection physical = connection.unwrap(SqliteConnection.class);
            try {
                return use.run(physical);
            } finally {
                physical.endWhatAStatementBegan();
            }
        }
    }

    private Connection lent() {
        try {
            requireOpen();
            return reader();
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("Failed to obtain JDBC Connection", e);
        }
    }

    @Override
    public <T> T write(Use<T> statement) throws SQLException {
        // A database in memory has one connection and no disk to wait for.
        return source.isInMemory() || !givesAutoCommit ? writeAlone(statement) : groups.write(statement);
    }

    /** Runs a statement that is committed by itself. */
    <T> T writeAlone(Use<T> statement) throws SQLException {
        try (Connection connection = getConnection()) {
            T result = statement.run(connection);
            if (!givesAutoCommit) {
                connection.commit();
            }
            return result;
        }
    }

    /** The queue of those that write. */
    WriteQueue queue() {
        return source.queue();
    }

    /** When Spring's current transaction on this pool must have ended. */
    Deadline transactionDeadline() {
        try {
            return TransactionSynchronizationManager.getResource(this) instanceof ConnectionHolder holder
                            && holder.hasTimeout()
                    ? Deadline.in(Duration.ofMillis(holder.getTimeToLiveInMillis()))
                    : Deadline.NEVER;
        } catch (TransactionTimedOutException e) {
            // What asks for a connection says so in its own way.
            return Deadline.in(Duration.ZERO);
        }
    }

    /** Takes a connection for what only reads. */
    Connection reader() throws SQLException {
        requireOpen();
        return super.getConnection();
    }

    /**
     * Takes a connection back. One whose settings a statement has changed is closed, so that nobody else finds them; not the
     * one of a database in memory, which is gone with it.
     *
     * @param writes whether it is one of those that write
     */
    void giveBack(Connection connection, boolean writes) throws SQLException {
        Writers started = writers;
        HikariDataSource home = writes && started != null ? started.pool() : this;
        if (source.isInMemory() || connection.isClosed() || home.isClosed()) {
            connection.close();
            return;
        }
        SqliteConnection own = connection.unwrap(SqliteConnection.class);
        if (own.hasChangedSettings()) {
            own.close();
            // Instead of closing what is around it, which would want to set things in it.
            home.evictConnection(connection);
        } else {
            connection.close();
        }
    }

    /**
     * Waits for the turn of a transaction, which then takes a {@link #writer}; not for a database in memory, whose one
     * connection is waited for: who had the turn and no connection would wait for who has that one and no turn.
     */
    WriteQueue.@Nullable Turn enter(Deadline deadline) throws SQLException {
        return source.isInMemory() ? null : queue().enter(deadline);
    }

    /** Takes a connection for a transaction that has its turn. */
    Connection writer() throws SQLException {
        return writers().pool().getConnection();
    }

    /** Takes a connection for what may write and waits for its turn with it. */
    Connection singleWriter() throws SQLException {
        if (source.isInMemory()) {
            queue().requireNoTurn();
            return reader();
        }
        return writers().admit();
    }

    /** Lets the next one in where a {@link #singleWriter} was. */
    void leaveSingleWriter() {
        Writers started = writers;
        if (started != null) {
            started.singles().release();
        }
    }

    private Writers writers() throws SQLException {
        Writers started = writers;
        if (started != null) {
            return started;
        }
        // Not in the constructor: the configuration may change until the pool is used.
        synchronized (starting) {
            requireOpen();
            started = writers;
            if (started == null) {
                started = Writers.like(this);
                writers = started;
            }
            return started;
        }
    }

    private void requireOpen() throws SQLException {
        if (isClosed()) {
            throw new SQLNonTransientConnectionException(
                    "The pool `" + getPoolName() + "` has been closed.", SqlStates.NO_CONNECTION);
        }
    }

    /** The figures of both pools. */
    @Override
    public @Nullable HikariPoolMXBean getHikariPoolMXBean() {
        Writers started = writers;
        HikariPoolMXBean readers = super.getHikariPoolMXBean();
        HikariPoolMXBean others = started == null ? null : started.pool().getHikariPoolMXBean();
        return readers == null ? others : others == null ? readers : new PoolFigures(readers, others);
    }

    @Override
    public void close() {
        super.close();
        synchronized (starting) {
            Writers started = writers;
            if (started != null) {
                started.pool().close();
            }
        }
    }

    /** The pool for what writes, and how many single statements may hold a connection of it. */
    private record Writers(HikariDataSource pool, int most, Semaphore singles) {

        static Writers like(SqlitePool readers) {
            HikariDataSource pool = new HikariDataSource();
            readers.copyStateTo(pool);
            pool.setPoolName(readers.getPoolName() + "-writers");
            pool.setMinimumIdle(1);
            pool.setMaximumPoolSize(Integer.MAX_VALUE);
            int most = Math.max(1, readers.getMaximumPoolSize());
            Writers writers = new Writers(pool, most, new Semaphore(most, true));
            MetricsTrackerFactory metrics = readers.getMetricsTrackerFactory();
            if (metrics != null) {
                writers.tell(metrics);
            }
            return writers;
        }

        /** One transaction more than single statements may write, as it waits in a queue of its own. */
        void tell(MetricsTrackerFactory metrics) {
            pool.setMetricsTrackerFactory(WriterFigures.in(metrics, most + 1));
        }

        Connection admit() throws SQLException {
            try {
                if (!singles.tryAcquire(pool.getConnectionTimeout(), TimeUnit.MILLISECONDS)) {
                    throw new SQLTransientConnectionException(
                            "Waited for " + pool.getConnectionTimeout() + " ms for other statements that"
                                    + " write. Close connections soon after their last statement.");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SQLTransientConnectionException(
                        "Interrupted while waiting for a connection that may write.", e);
            }
            try {
                return pool.getConnection();
            } catch (SQLException | RuntimeException e) {
                singles.release();
                throw e;
            }
        }
    }
}
