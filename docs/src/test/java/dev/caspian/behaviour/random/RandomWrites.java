package dev.caspian.behaviour.random;

import dev.caspian.query.BigIntField;
import dev.caspian.query.DecimalField;
import dev.caspian.query.FieldAssignment;
import dev.caspian.query.FloatField;
import dev.caspian.query.IntField;
import dev.caspian.query.NumberField;
import dev.caspian.query.TypedField;
import dev.caspian.record.PrismaRecord;
import dev.caspian.schema.FieldType;
import dev.caspian.schema.Model;
import dev.caspian.schema.Relation;
import dev.caspian.schema.ScalarField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Makes up what is written to records: never to their keys, so that only what is tested can fail. */
final class RandomWrites {

    private final Random random;
    private final RandomData values;

    RandomWrites(Random random, RandomData values) {
        this.random = random;
        this.values = values;
    }

    List<FieldAssignment<PrismaRecord>> assignments(Catalogue.Entry entry) {
        List<ScalarField> fields = new ArrayList<>(writable(entry.model()));
        List<FieldAssignment<PrismaRecord>> assignments = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0 && !fields.isEmpty(); i--) {
            ScalarField field = fields.remove(random.nextInt(fields.size()));
            assignments.add(assignment(entry.field(field.name()), field));
        }
        return assignments;
    }

    /** The fields that are in no key, neither of this record nor of another one. */
    static List<ScalarField> writable(Model model) {
        List<ScalarField> fields = new ArrayList<>(model.scalarFields());
        model.uniqueKeys().forEach(key -> fields.removeAll(key.fields()));
        model.relationFields().forEach(end -> {
            if (end.relation() instanceof Relation.ForeignKey key && end.holdsForeignKey()) {
                fields.removeAll(key.fields());
            }
        });
        return fields;
    }

    private FieldAssignment<PrismaRecord> assignment(TypedField<PrismaRecord, Object> field, ScalarField scalar) {
        boolean calculates = random.nextBoolean()
                && scalar.type() instanceof FieldType.Scalar
                && AggregateEvaluator.isNumber(scalar.type());
        return calculates ? calculation(field) : field.set(values.value(scalar));
    }

    @SuppressWarnings("unchecked") // The field's own type says what it is calculated with.
    private FieldAssignment<PrismaRecord> calculation(Object field) {
        if (field instanceof IntField<?>) {
            return calculation((IntField<PrismaRecord>) field, values.pick(List.of(1, 2, 3, -2)));
        } else if (field instanceof BigIntField<?>) {
            return calculation((BigIntField<PrismaRecord>) field, values.pick(List.of(1L, 2L, 3L, -2L)));
        } else if (field instanceof FloatField<?>) {
            return calculation((FloatField<PrismaRecord>) field, values.pick(List.of(1.0, 2.0, 0.5, -4.0)));
        }
        return calculation(
                (DecimalField<PrismaRecord>) Objects.requireNonNull(field),
                new BigDecimal(values.pick(List.of("1", "2", "0.5", "-4"))));
    }

    private <T extends Number> FieldAssignment<PrismaRecord> calculation(
            NumberField<PrismaRecord, T> field, T operand) {
        return switch (random.nextInt(4)) {
            case 0 -> field.increment(operand);
            case 1 -> field.decrement(operand);
            case 2 -> field.multiply(operand);
            default -> field.divide(operand);
        };
    }
}
