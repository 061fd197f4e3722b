package dev.caspian.boot.sqlite;

import dev.caspian.jdbc.HeldStatements;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * A connection that begins and ends its transactions itself, because the driver's way loses atomicity.
 *
 * <ul>
 *   <li>A transaction begins with its first statement. One that may write begins with {@code BEGIN IMMEDIATE}, after it
 *       waited in a fair queue: it never fails half way because another one wrote first. One that only reads begins with
 *       {@code BEGIN}, waits for nobody, and refuses to write.
 *   <li>The driver forgets that {@code BEGIN} failed, and commits each later statement by itself.
 *   <li>SQLite rolls back by itself when the disk is full or a write is interrupted. The driver does not notice; here
 *       every later statement of that transaction is refused.
 *   <li>Results are closed with their transaction, as the driver promises: an open one would keep the next transaction
 *       at the old state of the database.
 * </ul>
 *
 * <p>As thread-safe as any connection: used by one thread at a time.
 */
final class SqliteConnection extends JDBC4Connection implements HeldStatements {

    private final Timekeeper time;
    private final SqliteTransaction transaction;
    private final Set<Execution> withResults = ConcurrentHashMap.newKeySet();
    private final StatementCache held = new StatementCache();
    private final boolean utf8;
    private final @Nullable LogKeeper logKeeper;
    private final @Nullable OpenedFile openedFile;
    private final boolean constructed;
    private boolean reading;
    private boolean begunByStatement;
    private boolean changedSettings;

    SqliteConnection(
            String url,
            String name,
            Properties properties,
            WriteQueue queue,
            @Nullable LogKeeper logKeeper,
            @Nullable Path file)
            throws SQLException {
        super(url, name, properties);
        this.logKeeper = logKeeper;
        openedFile = file == null ? null : OpenedFile.at(file).orElse(null);
        time = Timekeeper.of(this);
        transaction = new SqliteTransaction(this, queue);
        BusyWait.in(this);
        utf8 = "UTF-8".equals(encoding());
        constructed = true;
    }

    private @Nullable String encoding() throws SQLException {
        try (Statement statement = createStatement();
                ResultSet encoding = statement.executeQuery("PRAGMA encoding")) {
            return encoding.next() ? encoding.getString(1) : null;
        }
    }

    /** Whether the bytes of a text are those of UTF-8: SQLite also knows two forms of UTF-16. */
    boolean isUtf8() {
        return utf8;
    }

    SqliteTransaction transaction() {
        return transaction;
    }

    @Override
    public boolean isReadOnly() {
        return reading || super.isReadOnly();
    }

    @Override
    public void setReadOnly(boolean readOnly) throws SQLException {
        if (readOnly == reading) {
            return;
        }
        if (transaction.hasBegun()) {
            throw new SQLException("A transaction cannot become read-only, or stop to be, once it has begun.");
        }
        getDatabase().exec("PRAGMA query_only = " + readOnly, false);
        reading = readOnly;
    }

    /** Every transaction is serializable; the driver would run a statement that changes nothing. */
    @Override
    public void setTransactionIsolation(int level) throws SQLException {
        checkOpen();
        getConnectionConfig().setTransactionIsolation(level);
    }

    /** Asks SQLite itself: a statement of JDBC would begin a transaction. It does not tell when its file was taken away. */
    @Override
    public boolean isValid(int timeout) throws SQLException {
        if (isClosed() || !hasItsFile()) {
            return false;
        }
        getDatabase().exec("SELECT 1", false);
        return true;
    }

    /** Whether others still see what is written here. True for a database in memory. */
    private boolean hasItsFile() {
        return openedFile == null || openedFile.isThere();
    }

    /** The file that is open; empty for a database in memory. */
    Optional<OpenedFile> openedFile() {
        return Optional.ofNullable(openedFile);
    }

    @Override
    public void setAutoCommit(boolean autoCommit) throws SQLException {
        checkOpen();
        if (autoCommit && !getConnectionConfig().isAutoCommit()) {
            if (transaction.couldNotCommit()) {
                // Its user knows, and does not mean to try again what JDBC would try here.
                rollback();
            } else {
                commit();
            }
        }
        getConnectionConfig().setAutoCommit(autoCommit);
    }

    @Override
    public void commit() throws SQLException {
        requireTransaction();
        transaction.requireCommittable();
        closeResults();
        transaction.commit();
    }

    @Override
    public void rollback() throws SQLException {
        requireTransaction();
        closeResults();
        transaction.rollback();
    }

    /**
     * Looks through the text of a statement before SQLite sees it: refuses several in one, to end what JDBC has begun, and to
     * write where one only reads. Remembers what would outlast the statement in the connection.
     */
    void admit(String sql) throws SQLException {
        StatementKind.requireSingle(sql);
        requireOwnEnd(sql);
        String setting = StatementKind.changedSetting(sql);
        if (setting != null) {
            if (setting.equals("query_only") && isReadOnly()) {
                throw new SQLFeatureNotSupportedException(
                        "`PRAGMA query_only` may not be set where a transaction or connection is read-only. Remove"
                                + " `readOnly = true`, or write in a transaction of its own.",
                        SqlStates.READ_ONLY);
            }
            changedSettings = true;
        }
    }

    /** Forgets which settings were changed before: the pool itself may do so, for everybody. */
    void handedOut() {
        changedSettings = false;
    }

    /** Whether a statement has changed settings, which the next user of the connection does not expect. */
    boolean hasChangedSettings() {
        return changedSettings;
    }

    private void requireOwnEnd(String sql) throws SQLException {
        if (getConnectionConfig().isAutoCommit()) {
            begunByStatement |= StatementKind.opensTransaction(sql);
        } else if (StatementKind.isControl(sql)) {
            throw new SQLFeatureNotSupportedException(
                    "A statement may not begin or end a transaction inside of one: nobody would know what is saved. Leave it"
                            + " to whoever began the transaction, such as `@Transactional`.",
                    SqlStates.WRONG_END);
        }
    }

    /** Notes that a statement begins a transaction, or has ended it. */
    void begunByStatement(boolean begun) {
        begunByStatement = begun;
    }

    /** Undoes what a statement began and none has ended: who uses the connection next must not find it. */
    void endWhatAStatementBegan() throws SQLException {
        if (!begunByStatement) {
            return;
        }
        begunByStatement = false;
        closeResults();
        try {
            getDatabase().exec("ROLLBACK", false);
        } catch (SQLException e) {
            // SQLite has no other answer to whether there is a transaction.
            if (!String.valueOf(e.getMessage()).contains("no transaction is active")) {
                close();
                throw SqliteStateException.of(e);
            }
        }
    }

    private void closeResults() throws SQLException {
        for (Execution open : List.copyOf(withResults)) {
            open.endResults();
        }
    }

    private void requireTransaction() throws SQLException {
        checkOpen();
        if (getConnectionConfig().isAutoCommit()) {
            throw new SQLException("There is no transaction: the connection commits each statement by itself.");
        }
    }

    /** Runs a statement: outside of a transaction, one that may write waits for its turn like a transaction. */
    <T> T run(Execution execution, boolean mayWrite, Execution.Work<T> work) throws SQLException {
        transaction.requireAlive();
        boolean single = getConnectionConfig().isAutoCommit();
        boolean writes = single && mayWrite && !isReadOnly() && !time.isRunning();
        Execution outer = time.resume(execution);
        try {
            execution.requireTime();
            if (!single) {
                transaction.begin(execution.deadline());
            }
            return writes ? inTurn(execution, transaction.turnOfOne(execution.deadline()), work) : work.run();
        } catch (SQLException e) {
            throw failed(execution, e);
        } finally {
            time.resume(outer);
        }
    }

    /** SQLite commits a statement that returns rows when these have been read, or are closed. */
    private <T> T inTurn(Execution execution, WriteQueue.Turn turn, Execution.Work<T> work) throws SQLException {
        boolean returnsRows = false;
        try {
            T result = work.run();
            returnsRows = result instanceof ResultSet || Boolean.TRUE.equals(result);
            return result;
        } finally {
            if (returnsRows) {
                execution.keep(turn);
            } else {
                committed();
                turn.leave();
            }
        }
    }

    /** Says that something has been committed, by whoever still has the turn. Others that are open here keep the log. */
    void committed() {
        if (logKeeper != null && withResults.isEmpty() && !begunByStatement) {
            logKeeper.committed(this);
        }
    }

    /** What to throw for an error of a statement. */
    SQLException failed(Execution execution, SQLException error) {
        boolean ended = error.getSQLState() == null
                && (SqlStates.isBusy(error)
                        || SqlStates.primary(SqlStates.codeOf(error)) == SQLiteErrorCode.SQLITE_INTERRUPT)
                && execution.mustEnd();
        return noted(ended ? execution.ended(error) : error);
    }

    private SQLException noted(SQLException error) {
        boolean busy = error.getSQLState() == null && SqlStates.isBusy(error);
        SQLException failure = busy ? busy(error) : SqliteStateException.of(error);
        transaction.note(failure);
        return failure;
    }

    /** Why others were not waited for any longer. */
    private SQLException busy(SQLException error) {
        if (Thread.currentThread().isInterrupted()) {
            return WriteQueue.interrupted(error);
        }
        return mustEnd() ? WriteQueue.late(error) : SqliteStateException.of(error);
    }

    /** Whether what is being done must end, be it in a statement or, like a savepoint, without one. */
    boolean mustEnd() {
        return time.mustEnd() || transaction.deadline().hasPassed();
    }

    /** How long others are waited for at most, in milliseconds; the driver would have SQLite wait in its own way. */
    @Override
    public void setBusyTimeout(int millis) {
        getDatabase().getConfig().setBusyTimeout(millis);
    }

    Timekeeper time() {
        return time;
    }

    void opened(Execution execution) {
        withResults.add(execution);
    }

    void closed(Execution execution) {
        withResults.remove(execution);
    }

    @Override
    public Statement createStatement(int type, int concurrency, int holdability) throws SQLException {
        checkOpen();
        checkCursor(type, concurrency, holdability);
        // The driver's constructor executes the settings before there is anything of this class.
        return constructed ? new SqliteStatement(this) : super.createStatement(type, concurrency, holdability);
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
            throws SQLException {
        checkOpen();
        checkCursor(type, concurrency, holdability);
        admit(sql);
        return alive(() -> new SqlitePreparedStatement(this, sql, null));
    }

    @Override
    public PreparedStatement prepareHeld(String sql) throws SQLException {
        checkOpen();
        SqlitePreparedStatement kept = held.take(sql);
        return kept == null ? alive(() -> new SqlitePreparedStatement(this, sql, held)) : kept.takenOut();
    }

    @Override
    public Savepoint setSavepoint() throws SQLException {
        requireTransaction();
        return alive(() -> {
            transaction.begin(transaction.deadline());
            return super.setSavepoint();
        });
    }

    @Override
    public Savepoint setSavepoint(String name) throws SQLException {
        requireTransaction();
        return alive(() -> {
            transaction.begin(transaction.deadline());
            return super.setSavepoint(name);
        });
    }

    @Override
    public void releaseSavepoint(Savepoint savepoint) throws SQLException {
        alive(() -> {
            super.releaseSavepoint(savepoint);
            return savepoint;
        });
    }

    @Override
    public void rollback(Savepoint savepoint) throws SQLException {
        alive(() -> {
            super.rollback(savepoint);
            return savepoint;
        });
    }

    private <T> T alive(Execution.Work<T> work) throws SQLException {
        transaction.requireAlive();
        try {
            return work.run();
        } catch (SQLException e) {
            throw noted(e);
        }
    }

    @Override
    public void close() throws SQLException {
        try {
            super.close();
        } finally {
            withResults.forEach(Execution::leaveTurn);
            transaction.leaveQueue();
        }
    }
}
