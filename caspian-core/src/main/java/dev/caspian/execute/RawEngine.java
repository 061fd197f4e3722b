package dev.caspian.execute;

import dev.caspian.error.InvalidQueryException;
import dev.caspian.jdbc.ResultRow;
import dev.caspian.plan.RecordTypes;
import dev.caspian.plan.Tables;
import dev.caspian.query.Given;
import dev.caspian.record.Loaded;
import dev.caspian.record.PrismaRecord;
import dev.caspian.record.RecordType;
import dev.caspian.schema.Model;
import dev.caspian.schema.Schema;
import dev.caspian.sql.ColumnType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.RowMapper;

/** Runs SQL of the application's own. Thread-safe. */
public final class RawEngine {

    private static final Logger log = LoggerFactory.getLogger(RawEngine.class);

    private final Schema schema;
    private final RecordTypes types;
    private final StatementRunner statements;
    private final RawRows rows;

    RawEngine(Schema schema, RecordTypes types, StatementRunner statements) {
        this.schema = schema;
        this.types = types;
        this.statements = statements;
        this.rows = new RawRows(statements.codec());
    }

    /** Runs a query into models, records, beans or single values. */
    public <T> List<T> query(Class<T> type, RawStatement statement) {
        Optional<RecordType<?>> model = types.of(Given.value(type, "type"));
        return run(statement, prepared -> {
            try (ResultSet result = prepared.executeQuery()) {
                return model.isPresent() ? records(type, model.get(), result) : list(rows.mapper(type), result);
            }
        });
    }

    /** Runs a query into maps, by column name. */
    public List<Map<String, @Nullable Object>> query(RawStatement statement) {
        return run(statement, prepared -> {
            try (ResultSet result = prepared.executeQuery()) {
                return list((row, number) -> rows.map(row), result);
            }
        });
    }

    /** Runs a statement, and returns the number of rows that it changed or, where it returns rows, of those. */
    public long execute(RawStatement statement) {
        return run(statement, prepared -> {
            if (!prepared.execute()) {
                return Math.max(0L, prepared.getUpdateCount());
            }
            long returned = 0;
            try (ResultSet result = prepared.getResultSet()) {
                while (result.next()) {
                    returned++;
                }
            }
            return returned;
        });
    }

    @FunctionalInterface
    private interface Running<T> {
        T run(PreparedStatement prepared) throws SQLException;
    }

    private <T> T run(RawStatement statement, Running<T> running) {
        return statements.connections().raw(connection -> run(connection, statement, running));
    }

    private <T> T run(Connection connection, RawStatement statement, Running<T> running) throws SQLException {
        long start = System.nanoTime();
        try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
            try {
                return bound(prepared, statement.parameters(), running);
            } catch (SQLException e) {
                requireAsManyAs(statement.parameters().size(), prepared);
                throw e;
            }
        } finally {
            statements.ran(statement, start);
        }
    }

    private <T> T bound(PreparedStatement prepared, List<? extends @Nullable Object> parameters, Running<T> running)
            throws SQLException {
        if (statements.codec().countsParameters()) {
            requireAsManyAs(parameters.size(), prepared);
        }
        statements.connections().applyTimeout(prepared);
        for (int i = 0; i < parameters.size(); i++) {
            statements.codec().bindRaw(prepared, i + 1, parameters.get(i));
        }
        return running.run(prepared);
    }

    /** Explains a failure by the number of parameters, which only the driver counts, and asks the server for. */
    private static void requireAsManyAs(int given, PreparedStatement prepared) {
        int expected;
        try {
            expected = prepared.getParameterMetaData().getParameterCount();
        } catch (SQLException e) {
            log.debug("The number of parameters is unknown, so that it is not what failed", e);
            return;
        }
        if (expected != given) {
            throw new InvalidQueryException("The number of values for the raw query is " + given
                    + ", but that of its parameters is " + expected + ".");
        }
    }

    private static <T> List<T> list(RowMapper<T> mapper, ResultSet result) throws SQLException {
        List<T> list = new ArrayList<>();
        while (result.next()) {
            list.add(mapper.mapRow(result, list.size()));
        }
        return list;
    }

    /** Rows as records of a model: each field whose column the query returns is loaded. */
    private <T> List<T> records(Class<T> recordClass, RecordType<? extends PrismaRecord> type, ResultSet result)
            throws SQLException {
        Model model = schema.model(type.model());
        List<ColumnType> columnTypes = type.fields().stream()
                .map(name -> Tables.type(model.scalarField(name)))
                .toList();
        int[] columns = new int[type.fields().size()];
        BitSet loaded = new BitSet();
        ResultSetMetaData metaData = result.getMetaData();
        for (int i = 1; i <= metaData.getColumnCount(); i++) {
            for (int field = 0; field < columns.length; field++) {
                String column = model.scalarField(type.fields().get(field)).databaseName();
                if (column.equals(metaData.getColumnLabel(i))) {
                    if (loaded.get(field)) {
                        throw new InvalidQueryException("The raw query returns two columns `" + column
                                + "`. Name the one that is no field of `" + model.name() + "` differently.");
                    }
                    columns[field] = i;
                    loaded.set(field);
                }
            }
        }
        if (loaded.isEmpty()) {
            throw new InvalidQueryException("The raw query returns no column of the model `" + model.name()
                    + "`. Name the columns as the database does, or map the rows to a record of your own.");
        }
        ResultRow row = new ResultRow(
                result, statements.codec(), new Loaded(type, loaded, new BitSet(), new BitSet()), columns, columnTypes);
        List<T> records = new ArrayList<>();
        while (result.next()) {
            records.add(recordClass.cast(type.read(row)));
        }
        return records;
    }
}
