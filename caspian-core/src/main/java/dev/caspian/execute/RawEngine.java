package dev.caspian.execute;

import dev.caspian.error.RawQueryException;
import dev.caspian.jdbc.ResultRow;
import dev.caspian.plan.RecordTypes;
import dev.caspian.plan.Tables;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.jdbc.core.BeanPropertyRowMapper;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SingleColumnRowMapper;

/** Runs SQL of the application's own. Thread-safe. */
public final class RawEngine {

    private final Schema schema;
    private final RecordTypes types;
    private final StatementRunner statements;

    RawEngine(Schema schema, RecordTypes types, StatementRunner statements) {
        this.schema = schema;
        this.types = types;
        this.statements = statements;
    }

    /** Runs a query into models, records, beans or single values. */
    public <T> List<T> query(Class<T> type, String sql, List<? extends @Nullable Object> parameters) {
        Optional<RecordType<?>> model = types.of(type);
        return run(sql, parameters, prepared -> {
            try (ResultSet result = prepared.executeQuery()) {
                return model.isPresent() ? records(type, model.get(), result) : rows(mapper(type), result);
            }
        });
    }

    /** Runs a query into maps, by column name, whose values are what the driver makes of them. */
    public List<Map<String, @Nullable Object>> query(String sql, List<? extends @Nullable Object> parameters) {
        return run(sql, parameters, prepared -> {
            try (ResultSet result = prepared.executeQuery()) {
                return rows(RawEngine::map, result);
            }
        });
    }

    /** Runs a statement, and returns the number of rows that it changed. */
    public long execute(String sql, List<? extends @Nullable Object> parameters) {
        return run(sql, parameters, prepared -> {
            boolean hasRows = prepared.execute();
            return hasRows ? 0L : Math.max(0L, prepared.getUpdateCount());
        });
    }

    @FunctionalInterface
    private interface Running<T> {
        T run(PreparedStatement prepared) throws SQLException;
    }

    private <T> T run(String sql, List<? extends @Nullable Object> parameters, Running<T> running) {
        return statements.withConnection(null, connection -> run(connection, sql, parameters, running));
    }

    private <T> T run(
            Connection connection, String sql, List<? extends @Nullable Object> parameters, Running<T> running)
            throws SQLException {
        long start = System.nanoTime();
        try (PreparedStatement prepared = connection.prepareStatement(sql)) {
            statements.applyTimeout(prepared);
            for (int i = 0; i < parameters.size(); i++) {
                Object value = parameters.get(i);
                // The codec goes by the value where nobody knows the column.
                statements.codec().bind(prepared, i + 1, value, ColumnType.STRING);
            }
            return running.run(prepared);
        } catch (SQLException e) {
            if (statements.isUncategorized(e)) {
                throw new RawQueryException("The database refused a raw query: " + e.getMessage(), e);
            }
            throw e;
        } finally {
            statements.ran(sql, start);
        }
    }

    private static <T> List<T> rows(RowMapper<T> mapper, ResultSet result) throws SQLException {
        List<T> rows = new ArrayList<>();
        while (result.next()) {
            rows.add(mapper.mapRow(result, rows.size()));
        }
        return rows;
    }

    private static Map<String, @Nullable Object> map(ResultSet row, int number) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            map.put(columns.getColumnLabel(i), row.getObject(i));
        }
        return map;
    }

    @SuppressWarnings("NullAway") // A single value may be NULL, as the caller's SQL says.
    private static <T> RowMapper<T> mapper(Class<T> type) {
        if (type == Object.class || BeanUtils.isSimpleProperty(type)) {
            return new SingleColumnRowMapper<>(type);
        }
        return type.isRecord() ? new DataClassRowMapper<>(type) : new BeanPropertyRowMapper<>(type);
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
                    columns[field] = i;
                    loaded.set(field);
                }
            }
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
