package dev.caspian.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A primary with a replica, from which read-only transactions of Spring read, whoever begins them. Thread-safe.
 *
 * <p>Which of the two is decided when a transaction takes its connection, so that all of it runs on one server; who takes one
 * beside it, to write whatever becomes of the transaction, has the primary. A replica that fails is an error: nobody is given
 * the primary instead, which may have been relieved for good reasons. Each transaction manager needs
 * {@link ReadOnlyTransactions} as a listener; the transactions of one without it stay with the primary.
 */
public final class ReplicatedDataSource extends DelegatingDataSource {

    private final DataSource replica;
    private final boolean plainReads;

    /**
     * Puts a replica beside a primary.
     *
     * @param plainReads whether clients read from the replica outside of transactions, too
     */
    public ReplicatedDataSource(DataSource primary, DataSource replica, boolean plainReads) {
        super(primary);
        this.replica = new Replica(replica);
        this.plainReads = plainReads;
    }

    /** Where everything is written, and read by whoever insists on it. */
    public DataSource primary() {
        return obtainTargetDataSource();
    }

    /** Where read-only transactions read. */
    public DataSource replica() {
        return replica;
    }

    /** Where clients read outside of transactions. */
    public DataSource plainReads() {
        return plainReads && !PrimaryScope.isActive() ? replica : primary();
    }

    @Override
    public Connection getConnection() throws SQLException {
        return ReadOnlyTransactions.isBeginning() && !PrimaryScope.isActive()
                ? replica.getConnection()
                : super.getConnection();
    }

    /** Says that it is the replica which cannot be reached. */
    private static final class Replica extends DelegatingDataSource {

        Replica(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            try {
                return super.getConnection();
            } catch (SQLException e) {
                SQLException reason = reason(e);
                if (reason == null) {
                    throw e;
                }
                throw new SQLNonTransientConnectionException(
                        "There is no connection to the replica. " + reason.getMessage(), reason.getSQLState(), e);
            }
        }

        /** Why there is no connection, as the server or the network has it; null where only the pool had none to spare. */
        private static @Nullable SQLException reason(SQLException failure) {
            if (failure.getCause() instanceof SQLException cause) {
                return cause;
            }
            return failure instanceof SQLTransientConnectionException ? null : failure;
        }
    }
}
