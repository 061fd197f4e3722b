package dev.caspian.execute;

import dev.caspian.query.NewRecord;
import dev.caspian.schema.Model;
import dev.caspian.schema.ScalarField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Inserts many records of one model. Neighbours with the same fields go into one statement. Confined to one call. */
final class BatchInsert {

    /** Beyond this a longer statement gains nothing. */
    private static final int ROWS = 20;

    /** No database takes fewer parameters in a statement. */
    private static final int PARAMETERS = 30_000;

    private final FieldWriter fields;
    private final RecordWriter writer;

    BatchInsert(FieldWriter fields, RecordWriter writer) {
        this.fields = fields;
        this.writer = writer;
    }

    /** Inserts them, and returns how many. */
    long insert(
            Model model,
            List<? extends NewRecord<?>> records,
            boolean skipDuplicates,
            Map<ScalarField, @Nullable Object> supplied) {
        long inserted = 0;
        List<ScalarField> columns = List.of();
        List<@Nullable Object> values = new ArrayList<>();
        int rows = 0;
        for (NewRecord<?> record : records) {
            Map<ScalarField, @Nullable Object> row = new LinkedHashMap<>(writer.row(model, record));
            row.putAll(supplied);
            row.putAll(writer.references(model, record));
            Map<ScalarField, @Nullable Object> complete = writer.complete(model, row);
            List<ScalarField> rowColumns = List.copyOf(complete.keySet());
            if (rows > 0 && (!rowColumns.equals(columns) || rows == mostRows(columns))) {
                inserted += fields.insertAll(model, columns, values, rows, skipDuplicates);
                values.clear();
                rows = 0;
            }
            columns = rowColumns;
            values.addAll(complete.values());
            rows++;
        }
        return rows == 0 ? 0 : inserted + fields.insertAll(model, columns, values, rows, skipDuplicates);
    }

    private static int mostRows(List<ScalarField> columns) {
        return columns.isEmpty() ? 1 : Math.max(1, Math.min(ROWS, PARAMETERS / columns.size()));
    }
}
