package dev.caspian.behaviour.random;

import dev.caspian.query.FieldAssignment;
import dev.caspian.schema.Relation;
import dev.caspian.schema.ScalarField;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Does to records in memory what a write does to those of the database. */
final class WriteEvaluator {

    private final MemoryDatabase data;
    private final Instant now;

    WriteEvaluator(MemoryDatabase data, Instant now) {
        this.data = data;
        this.now = now;
    }

    void update(Row row, List<? extends FieldAssignment<?>> assignments) {
        for (ScalarField field : row.model().scalarFields()) {
            if (field.updatedAt()) {
                row.set(field.name(), now);
            }
        }
        for (FieldAssignment<?> assignment : assignments) {
            String field = assignment.field().name();
            row.set(field, value(row.get(field), assignment));
        }
    }

    private static @Nullable Object value(@Nullable Object old, FieldAssignment<?> assignment) {
        if (assignment instanceof FieldAssignment.Set<?> set) {
            return set.value();
        }
        FieldAssignment.Calculate<?> calculate = (FieldAssignment.Calculate<?>) assignment;
        if (old == null) {
            return null;
        }
        BigDecimal left = Values.decimal((Number) old);
        BigDecimal right = Values.decimal((Number) calculate.operand());
        BigDecimal result = switch (calculate.operation()) {
            case ADD -> left.add(right);
            case SUBTRACT -> left.subtract(right);
            case MULTIPLY -> left.multiply(right);
            case DIVIDE -> left.divide(right, MathContext.DECIMAL128);
        };
        if (old instanceof Integer) {
            return result.intValue();
        } else if (old instanceof Long) {
            return result.longValue();
        }
        return old instanceof Double ? (Object) result.doubleValue() : result;
    }

    /** Deletes records and what cannot be without them; false if others that must refer to them are in the way. */
    boolean delete(List<Row> rows) {
        List<Row> gone = new ArrayList<>(rows);
        for (int i = 0; i < gone.size(); i++) {
            Row row = gone.get(i);
            for (Relation relation : data.schema().relations()) {
                if (relation instanceof Relation.ForeignKey key && key.to().model() == row.model()) {
                    if (!release(data.related(row, key.to()), key, gone)) {
                        return false;
                    }
                }
            }
        }
        for (Row row : gone) {
            data.rows(row.model()).remove(row);
            for (Relation relation : data.schema().relations()) {
                if (relation instanceof Relation.ManyToMany table) {
                    data.links(table)
                            .removeIf(link -> (table.a().model() == row.model()
                                            && link.a().equals(MemoryDatabase.id(row)))
                                    || (table.b().model() == row.model()
                                            && link.b().equals(MemoryDatabase.id(row))));
                }
            }
        }
        return true;
    }

    private static boolean release(List<Row> referring, Relation.ForeignKey key, List<Row> gone) {
        for (Row other : referring) {
            switch (key.onDelete()) {
                case CASCADE -> {
                    if (!gone.contains(other)) {
                        gone.add(other);
                    }
                }
                case SET_NULL -> key.fields().forEach(field -> other.set(field.name(), null));
                default -> {
                    if (!gone.contains(other)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Inserts a record; false if another one has one of its keys. */
    boolean insert(Row row) {
        boolean isNew = row.model().uniqueKeys().stream().allMatch(key -> RandomData.isNew(data, row, key));
        if (isNew) {
            data.add(Objects.requireNonNull(row));
        }
        return isNew;
    }
}
