package dev.caspian.execute;

import dev.caspian.error.InvalidQueryException;
import dev.caspian.jdbc.UncheckedSqlException;
import dev.caspian.record.PrismaRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads records in portions, each completed with its relations before it is handed on. Confined to one thread; closing
 * its stream gives the connection back.
 */
final class RecordStream<M extends PrismaRecord> extends Spliterators.AbstractSpliterator<M> {

    private static final int PORTION = 500;

    private final StatementRunner statements;
    private final RecordReader reader;
    private final RenderedRead read;
    private final List<? extends @Nullable Object> arguments;
    private final Connection connection;
    private final boolean ownTransaction;
    private final PreparedStatement prepared;
    private final ResultSet result;
    private final long start = System.nanoTime();
    private final ArrayDeque<M> portion = new ArrayDeque<>();
    private boolean more = true;

    private RecordStream(
            StatementRunner statements,
            RecordReader reader,
            RenderedRead read,
            List<? extends @Nullable Object> arguments,
            Connection connection,
            boolean ownTransaction,
            PreparedStatement prepared)
            throws SQLException {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        this.statements = statements;
        this.reader = reader;
        this.read = read;
        this.arguments = arguments;
        this.connection = connection;
        this.ownTransaction = ownTransaction;
        this.prepared = prepared;
        prepared.setFetchSize(PORTION);
        statements.bind(prepared, read.statement().bindings(), arguments, List.of());
        this.result = prepared.executeQuery();
    }

    static <M extends PrismaRecord> Stream<M> open(
            StatementRunner statements,
            RecordReader reader,
            RenderedRead read,
            List<? extends @Nullable Object> arguments) {
        Connection connection = statements.connections().connectToRead();
        boolean ownTransaction = false;
        PreparedStatement prepared = null;
        try {
            if (connection.getAutoCommit()) {
                statements.connections().beginReading(connection);
                ownTransaction = true;
            }
            prepared = statements.prepare(connection, read.statement());
            RecordStream<M> records =
                    new RecordStream<>(statements, reader, read, arguments, connection, ownTransaction, prepared);
            return StreamSupport.stream(records, false).onClose(records::close);
        } catch (SQLException e) {
            abandon(statements, prepared, connection, ownTransaction, e);
            throw statements.connections().translate(e, read.plan().model());
        } catch (RuntimeException | Error e) {
            abandon(statements, prepared, connection, ownTransaction, e);
            throw e;
        }
    }

    /** Gives a connection back that no stream came of. */
    private static void abandon(
            StatementRunner statements,
            @Nullable PreparedStatement prepared,
            Connection connection,
            boolean ownTransaction,
            Throwable failure) {
        try (prepared) {
            if (ownTransaction) {
                statements.connections().endReading(connection);
            }
        } catch (SQLException e) {
            failure.addSuppressed(e);
        } finally {
            statements.connections().release(connection);
        }
    }

    @Override
    public boolean tryAdvance(Consumer<? super M> action) {
        if (portion.isEmpty() && more) {
            fill();
        }
        M record = portion.poll();
        if (record == null) {
            return false;
        }
        action.accept(record);
        return true;
    }

    private void fill() {
        try {
            // Some drivers take what was closed for what is empty.
            if (result.isClosed()) {
                throw new InvalidQueryException("A stream of the model `"
                        + read.plan().model().name()
                        + "` was read after its transaction had ended, or after it was closed. Read it inside.");
            }
            RecordReader.Records<M> records = new RecordReader.Records<>(read, null, statements.codec());
            more = records.readAtMost(PORTION, result);
            reader.relate(connection, records, arguments);
            portion.addAll(records.list());
        } catch (SQLException e) {
            throw statements.connections().translate(e, read.plan().model());
        } catch (UncheckedSqlException e) {
            throw statements.connections().translate(e.failure(), read.plan().model());
        }
    }

    private void close() {
        try (prepared) {
            result.close();
            if (ownTransaction) {
                statements.connections().endReading(connection);
            }
        } catch (SQLException e) {
            throw statements.connections().translate(e, read.plan().model());
        } finally {
            statements.connections().release(connection);
            statements.ran(read.statement(), start);
        }
    }
}
