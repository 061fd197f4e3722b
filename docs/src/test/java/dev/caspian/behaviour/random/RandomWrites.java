package dev.caspian.behaviour.random;

import dev.caspian.query.BigIntField;
import dev.caspian.query.DecimalField;
import dev.caspian.query.FieldAssignment;
import dev.caspian.query.FloatField;
import dev.caspian.query.IntField;
import dev.caspian.query.ListField;
import dev.caspian.query.NumberField;
import dev.caspian.query.TypedField;
import dev.caspian.record.PrismaRecord;
import dev.caspian.schema.Arity;
import dev.caspian.schema.FieldType;
import dev.caspian.schema.Index;
import dev.caspian.schema.Model;
import dev.caspian.schema.Relation;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/** Makes up what is written to the fields of records that exist. */
final class RandomWrites {

    private final Random random;
    private final RandomValues values;
    private final RandomRecords records;

    RandomWrites(Random random, RandomValues values, RandomRecords records) {
        this.random = random;
        this.values = values;
        this.records = records;
    }

    /** Writes to fields that are in no key, so that nothing can go wrong; none if there is no such field. */
    List<FieldAssignment<PrismaRecord>> harmless(Catalogue.Entry entry) {
        List<ScalarField> fields = withoutKeys(entry.model());
        List<FieldAssignment<PrismaRecord>> assignments = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0 && !fields.isEmpty(); i--) {
            ScalarField field = fields.remove(random.nextInt(fields.size()));
            assignments.add(assignment(entry.field(field.name()), field));
        }
        return assignments;
    }

    /** Writes to any fields but the foreign keys of these relations. */
    List<FieldAssignment<PrismaRecord>> any(Catalogue.Entry entry, List<RelationField> related) {
        List<FieldAssignment<PrismaRecord>> assignments = random.nextBoolean() ? harmless(entry) : new ArrayList<>();
        Row row = records.row(entry);
        Set<String> fixed = new LinkedHashSet<>();
        for (RelationField end : entry.relationFields()) {
            if (end.relation() instanceof Relation.ForeignKey key && end.holdsForeignKey()) {
                boolean written = !related.contains(end) && random.nextInt(5) == 0;
                fixed.addAll(MemoryDatabase.names(key.fields()));
                if (end.target() == entry.model() && (written || related.contains(end))) {
                    // What refers to itself cannot get a new key and a new reference in one statement.
                    fixed.addAll(MemoryDatabase.names(key.references()));
                }
                if (written) {
                    records.reference(end)
                            .forEach((field, value) ->
                                    assignments.add(entry.field(field).set(value)));
                }
            }
        }
        for (Index key : entry.model().uniqueKeys()) {
            for (String name : MemoryDatabase.names(key.fields())) {
                boolean isNew = assignments.stream()
                        .noneMatch(assignment -> assignment.field().name().equals(name));
                if (isNew && !fixed.contains(name) && random.nextInt(8) == 0) {
                    assignments.add(entry.field(name).set(row.get(name)));
                }
            }
        }
        return assignments;
    }

    private static List<ScalarField> withoutKeys(Model model) {
        List<ScalarField> fields = new ArrayList<>(model.scalarFields());
        model.uniqueKeys().forEach(key -> fields.removeAll(key.fields()));
        model.relationFields().forEach(end -> {
            if (end.relation() instanceof Relation.ForeignKey key) {
                fields.removeAll(end.holdsForeignKey() ? key.fields() : key.references());
            }
        });
        return fields;
    }

    @SuppressWarnings("unchecked") // The field's own type says what it is.
    private FieldAssignment<PrismaRecord> assignment(TypedField<PrismaRecord, Object> field, ScalarField scalar) {
        if ((Object) field instanceof ListField<?, ?> && random.nextBoolean()) {
            return push((ListField<PrismaRecord, Object>) (Object) field, scalar);
        }
        boolean calculates = random.nextBoolean()
                && scalar.arity() != Arity.LIST
                && scalar.type() instanceof FieldType.Scalar
                && AggregateEvaluator.isNumber(scalar.type());
        return calculates ? calculation(field) : field.set(values.value(scalar));
    }

    private FieldAssignment<PrismaRecord> push(ListField<PrismaRecord, Object> field, ScalarField scalar) {
        return random.nextBoolean()
                ? field.push(values.element(scalar))
                : field.push(values.element(scalar), values.element(scalar));
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
