package dev.caspian.execute;

import dev.caspian.plan.Tables;
import dev.caspian.query.Returning;
import dev.caspian.query.Selection;
import dev.caspian.query.TypedField;
import dev.caspian.query.Unique;
import dev.caspian.record.PrismaRecord;
import dev.caspian.record.RecordType;
import dev.caspian.schema.Model;
import dev.caspian.schema.ScalarField;
import dev.caspian.schema.Schema;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all writes of records need: somebody who writes their fields, and the records that were written. Thread-safe. */
final class WrittenRecords {

    private final Schema schema;
    private final StatementRunner statements;
    private final QueryEngine queries;
    private final RecordReader reader;
    private final FieldWriter fields;
    private final DefaultValues defaults;
    private final Clock clock;

    WrittenRecords(
            Schema schema,
            StatementRunner statements,
            QueryEngine queries,
            FieldWriter fields,
            DefaultValues defaults,
            Clock clock) {
        this.schema = schema;
        this.statements = statements;
        this.queries = queries;
        this.reader = new RecordReader(statements);
        this.fields = fields;
        this.defaults = defaults;
        this.clock = clock;
    }

    Model model(RecordType<?> type) {
        return schema.model(type.model());
    }

    /** Somebody who writes the records of one operation. */
    RecordWriter writer() {
        // Columns have milliseconds, and a record must equal what is read later.
        return new RecordWriter(fields, defaults, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** Whether a write can return this itself: relations and counts need queries of their own. */
    static boolean isFlat(Returning<?> returning) {
        List<Selection<?>> all = new ArrayList<>(returning.selections());
        all.addAll(returning.includes());
        return all.stream().allMatch(selection -> selection instanceof TypedField<?, ?>);
    }

    /** Runs a write that returns records. */
    <M extends PrismaRecord> List<M> run(RecordType<M> type, RenderedRead read, List<?> arguments) {
        return statements.withConnection(model(type), connection -> reader.read(connection, read, arguments));
    }

    /** Reads a record that was just written. */
    @SuppressWarnings("unchecked") // The fields are those of the type's model.
    <M extends PrismaRecord> M reread(
            RecordType<M> type, Map<ScalarField, @Nullable Object> row, Returning<M> returning) {
        Unique<M> key = (Unique<M>) fields.equal(model(type), Tables.identity(model(type)), row);
        return queries.findUnique(type, key, returning).orElseThrow(() -> Absent.record(type.model()));
    }
}
