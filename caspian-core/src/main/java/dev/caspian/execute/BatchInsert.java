package dev.caspian.execute;

import dev.caspian.query.Assignment;
import dev.caspian.query.FieldAssignment;
import dev.caspian.query.NewRecord;
import dev.caspian.schema.Model;
import dev.caspian.schema.ScalarField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Creates many records of one model, in their order. Neighbours that are one row with the same fields go into one
 * statement; a record with more nested in it goes alone. Confined to one call.
 */
final class BatchInsert {

    /** Inserts rows with these columns; the values are those of the first row, then those of the next. */
    @FunctionalInterface
    interface Rows {
        void insert(List<ScalarField> columns, List<@Nullable Object> values, int rows);
    }

    private final Model model;
    private final FieldWriter fields;
    private final RecordWriter writer;
    private final Map<ScalarField, @Nullable Object> supplied;
    private final boolean skipDuplicates;

    /**
     * Begins to create records.
     *
     * @param supplied the foreign key that their parent supplies
     */
    BatchInsert(
            Model model,
            FieldWriter fields,
            RecordWriter writer,
            Map<ScalarField, @Nullable Object> supplied,
            boolean skipDuplicates) {
        this.model = model;
        this.fields = fields;
        this.writer = writer;
        this.supplied = supplied;
        this.skipDuplicates = skipDuplicates;
    }

    /** Whether they surely go into one statement, which needs no transaction to be atomic. */
    boolean isOneStatement(List<? extends NewRecord<?>> records) {
        if (records.isEmpty()) {
            return false;
        }
        List<? extends Assignment<?>> first = records.get(0).assignments();
        return isOneStatement(records.size())
                && records.stream().allMatch(record -> haveEqualFields(first, record.assignments()));
    }

    /** Whether so many rows go into one statement, whichever fields they have. */
    private boolean isOneStatement(int rows) {
        List<ScalarField> columns = model.scalarFields();
        int enough = fields.rowsOfAnInsert();
        return fields.insertsLists(columns)
                ? rows <= enough
                : Batches.next(rows, Batches.most(columns.size(), enough)) == rows;
    }

    /** Whether nothing but the same fields are given, in the same order. */
    private static boolean haveEqualFields(List<? extends Assignment<?>> some, List<? extends Assignment<?>> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            if (!(some.get(i) instanceof FieldAssignment<?> one)
                    || !(others.get(i) instanceof FieldAssignment<?> other)
                    || one.field() != other.field()) {
                return false;
            }
        }
        return true;
    }

    /** Creates them, and returns how many. */
    long count(List<? extends NewRecord<?>> records) {
        long[] count = {0};
        insert(
                records,
                (columns, values, rows) -> count[0] += fields.insertAll(model, columns, values, rows, skipDuplicates),
                record -> count[0] += create(record, List.of()).size());
        return count[0];
    }

    /** Creates them, and returns some fields of those that were not skipped. */
    List<Map<ScalarField, @Nullable Object>> returning(
            List<? extends NewRecord<?>> records, List<ScalarField> returned) {
        List<Map<ScalarField, @Nullable Object>> created = new ArrayList<>();
        insert(
                records,
                (columns, values, rows) ->
                        created.addAll(fields.insertReturning(model, columns, values, rows, skipDuplicates, returned)),
                record -> created.addAll(create(record, returned)));
        return created;
    }

    private List<Map<ScalarField, @Nullable Object>> create(NewRecord<?> record, List<ScalarField> returned) {
        return skipDuplicates
                ? writer.createOrSkip(model, record, supplied, returned).stream()
                        .toList()
                : List.of(writer.create(model, record, supplied, returned));
    }

    /** Creates them, as statements of many rows or, with more nested in it, a record alone. */
    private void insert(List<? extends NewRecord<?>> records, Rows rows, Consumer<NewRecord<?>> alone) {
        Pending pending = new Pending(rows);
        ConnectedRecords connected = new ConnectedRecords(model, fields, writer);
        connected.find(records);
        for (NewRecord<?> record : records) {
            if (RecordWriter.isOneRow(model, record)) {
                NewRow row = writer.values().given(model, record);
                row.setAll(supplied);
                row.setAll(connected.references(record, pending::flush));
                pending.add(writer.values().complete(row));
            } else {
                pending.flush();
                alone.accept(record);
            }
        }
        pending.flush();
    }

    /** Creates records that are one row each. */
    void insert(List<? extends NewRecord<?>> records, Rows rows) {
        insert(records, rows, record -> {
            throw new IllegalStateException("A record that is more than one row");
        });
    }

    /** Rows that wait for others with the same columns. */
    private final class Pending {

        private final Rows statement;
        private final List<@Nullable Object> values = new ArrayList<>();
        private List<ScalarField> columns = List.of();
        private @Nullable NewRow last;
        private boolean lists;
        private int most = 1;
        private int rows;

        Pending(Rows statement) {
            this.statement = statement;
        }

        void add(NewRow row) {
            if (last == null || !row.hasColumnsOf(last)) {
                flush();
                columns = row.columns();
                lists = fields.insertsLists(columns);
                most = lists ? fields.rowsOfAnInsert() : Batches.most(columns.size(), fields.rowsOfAnInsert());
            } else if (rows == most) {
                flush();
            }
            row.addTo(values);
            last = row;
            rows++;
        }

        void flush() {
            int width = columns.size();
            int from = 0;
            while (from < rows) {
                int size = lists ? rows - from : Batches.next(rows - from, most);
                statement.insert(columns, values.subList(from * width, (from + size) * width), size);
                from += size;
            }
            values.clear();
            rows = 0;
        }
    }
}
