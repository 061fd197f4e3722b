package dev.caspian.execute;

import dev.caspian.plan.Shape;
import dev.caspian.plan.ShapeWriter;
import dev.caspian.plan.Tables;
import dev.caspian.query.RelationCount;
import dev.caspian.query.Returning;
import dev.caspian.query.TypedField;
import dev.caspian.record.PrismaRecord;
import dev.caspian.record.RecordType;
import dev.caspian.schema.Model;
import dev.caspian.schema.ScalarField;
import dev.caspian.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The records that a write returns: by itself where it can, and otherwise read by their keys. Thread-safe. */
final class WrittenRecords {

    private final Schema schema;
    private final Plans plans;
    private final StatementRunner statements;
    private final RecordReader reader;
    private final Atomic atomic;

    WrittenRecords(Schema schema, Plans plans, StatementRunner statements, Atomic atomic) {
        this.schema = schema;
        this.plans = plans;
        this.statements = statements;
        this.reader = new RecordReader(statements);
        this.atomic = atomic;
    }

    Model model(RecordType<?> type) {
        return schema.model(type.model());
    }

    /** Whether a write can return this by itself: it can, but for numbers of related records. */
    static boolean canReturn(Returning<?> returning) {
        return Stream.concat(returning.selections().stream(), returning.includes().stream())
                .noneMatch(selection -> selection instanceof RelationCount<?>);
    }

    /** Whether nothing but fields is returned. */
    static boolean isFlat(Returning<?> returning) {
        return Stream.concat(returning.selections().stream(), returning.includes().stream())
                .allMatch(selection -> selection instanceof TypedField<?, ?>);
    }

    /** Runs a write that returns records; in one go with the queries of their relations, if there are any. */
    <M extends PrismaRecord> List<M> run(
            RecordType<M> type, RenderedRead write, List<? extends @Nullable Object> arguments) {
        Model model = model(type);
        return write.relations().isEmpty()
                ? statements.write(model, write.statement(), arguments, reader.rows(write))
                : atomic.all(() -> statements
                        .connections()
                        .writing(model, connection -> reader.read(connection, write, arguments)));
    }

    /** Inserts new rows with these columns, and returns their records. */
    <M extends PrismaRecord> List<M> insert(
            RecordType<M> type,
            List<ScalarField> columns,
            List<? extends @Nullable Object> values,
            int rows,
            boolean skipDuplicates,
            Returning<M> returning) {
        Shape shape =
                new ShapeWriter("create", type.model()).returning(returning).shape();
        RenderedRead insert = plans.insertReturning(shape, type, columns, rows, skipDuplicates, returning);
        List<@Nullable Object> arguments = new ArrayList<>(shape.arguments());
        arguments.addAll(values);
        return run(type, insert, arguments);
    }

    /** Inserts one new row, and returns its record. */
    <M extends PrismaRecord> M insert(RecordType<M> type, NewRow row, Returning<M> returning) {
        return insert(type, row.columns(), row.values(), 1, false, returning).get(0);
    }

    /** Reads the record that was just written. */
    <M extends PrismaRecord> M read(
            RecordType<M> type, Map<ScalarField, @Nullable Object> written, Returning<M> returning) {
        return read(type, List.of(written), returning).stream()
                .findFirst()
                .orElseThrow(() -> Absent.record(type.model()));
    }

    /** Reads the records that were just written, in the same order. */
    <M extends PrismaRecord> List<M> read(
            RecordType<M> type, List<Map<ScalarField, @Nullable Object>> written, Returning<M> returning) {
        if (written.isEmpty()) {
            return new ArrayList<>();
        }
        Shape shape =
                new ShapeWriter("findByKeys", type.model()).returning(returning).shape();
        Plans.RenderedKeyed keyed = plans.findByKeys(shape, type, returning);
        List<ScalarField> identity = Tables.identity(model(type));
        List<Object> keys = written.stream().map(row -> Key.of(row, identity)).toList();
        return statements
                .connections()
                .reading(model(type), connection -> reader.readByKeys(connection, keyed, shape.arguments(), keys));
    }
}
