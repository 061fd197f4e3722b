package dev.caspian.behaviour.random;

import dev.caspian.query.Assignment;
import dev.caspian.query.FieldAssignment;
import dev.caspian.query.NewRecord;
import dev.caspian.schema.Arity;
import dev.caspian.schema.DefaultValue;
import dev.caspian.schema.FieldType;
import dev.caspian.schema.Model;
import dev.caspian.schema.ScalarField;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the fields of records in memory get: values, calculated values, defaults and times. */
final class FieldEvaluator {

    private final Catalogue catalogue;

    FieldEvaluator(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** A new record without its relations. */
    Row row(Model model, NewRecord<?> record) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        model.scalarFields().forEach(field -> values.put(field.name(), defaultValue(field)));
        for (Assignment<?> assignment : record.assignments()) {
            if (assignment instanceof FieldAssignment.Set<?> set) {
                values.put(set.field().name(), set.value());
            }
        }
        return new Row(model, values);
    }

    /** Whether the value that a field gets when none is given can be foretold. */
    static boolean isForetold(ScalarField field) {
        return field.updatedAt()
                || field.defaultValue() instanceof DefaultValue.Literal
                || field.defaultValue() instanceof DefaultValue.EnumValue
                || field.defaultValue() instanceof DefaultValue.Now
                || (field.defaultValue() == null && field.arity() == Arity.OPTIONAL);
    }

    private @Nullable Object defaultValue(ScalarField field) {
        if (field.updatedAt() || field.defaultValue() instanceof DefaultValue.Now) {
            return RealDatabase.NOW;
        } else if (field.defaultValue() instanceof DefaultValue.EnumValue value) {
            FieldType.Enumerated type = (FieldType.Enumerated) field.type();
            return catalogue.constants(type.type()).stream()
                    .filter(constant -> ((Enum<?>) constant).name().equals(value.name()))
                    .findFirst()
                    .orElseThrow();
        } else if (field.defaultValue() instanceof DefaultValue.Literal literal) {
            return literal(((FieldType.Scalar) field.type()), literal.text());
        }
        return null;
    }

    private static Object literal(FieldType.Scalar type, String text) {
        return switch (type.type()) {
            case BOOLEAN -> Boolean.valueOf(text);
            case INT -> Integer.valueOf(text);
            case BIG_INT -> Long.valueOf(text);
            case FLOAT -> Double.valueOf(text);
            case DECIMAL -> new BigDecimal(text);
            default -> text;
        };
    }

    /** What assignments make of the values of a record. */
    Map<String, @Nullable Object> changes(Row row, List<? extends FieldAssignment<?>> assignments) {
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        for (FieldAssignment<?> assignment : assignments) {
            String field = assignment.field().name();
            changes.put(field, value(row.get(field), assignment));
        }
        return changes;
    }

    /** The same changes, and the time of the change where a field has it. */
    Map<String, @Nullable Object> stamped(Model model, Map<String, @Nullable Object> changes) {
        Map<String, @Nullable Object> stamped = new LinkedHashMap<>(changes);
        for (ScalarField field : model.scalarFields()) {
            if (field.updatedAt()) {
                stamped.putIfAbsent(field.name(), RealDatabase.NOW);
            }
        }
        return stamped;
    }

    private static @Nullable Object value(@Nullable Object old, FieldAssignment<?> assignment) {
        if (assignment instanceof FieldAssignment.Set<?> set) {
            return set.value();
        } else if (assignment instanceof FieldAssignment.Push<?> push) {
            List<@Nullable Object> all = new ArrayList<>((List<?>) old);
            all.addAll(push.elements());
            return all;
        } else if (old == null) {
            return null;
        }
        FieldAssignment.Calculate<?> calculate = (FieldAssignment.Calculate<?>) assignment;
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
}
