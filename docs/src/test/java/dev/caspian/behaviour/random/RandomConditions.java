package dev.caspian.behaviour.random;

import dev.caspian.provider.ScalarType;
import dev.caspian.query.Condition;
import dev.caspian.query.Json;
import dev.caspian.query.JsonField;
import dev.caspian.query.ListField;
import dev.caspian.query.OptionalToOne;
import dev.caspian.query.OrderedField;
import dev.caspian.query.StringField;
import dev.caspian.query.ToMany;
import dev.caspian.query.ToOne;
import dev.caspian.query.TypedField;
import dev.caspian.record.PrismaRecord;
import dev.caspian.schema.Arity;
import dev.caspian.schema.FieldType;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes up conditions. Values are mostly those that some record has, so that some records match and some do not. */
final class RandomConditions {

    private static final int OPERATORS = 13;

    /** So many values are no longer parameters of their own anywhere. */
    private static final int MANY = 2000;

    private final Random random;
    private final Catalogue catalogue;
    private final MemoryDatabase data;
    private final RandomValues values;

    RandomConditions(Random random, Catalogue catalogue, MemoryDatabase data, RandomValues values) {
        this.random = random;
        this.catalogue = catalogue;
        this.data = data;
        this.values = values;
    }

    /** A condition that asks about related records at most so deep. */
    Condition<PrismaRecord> condition(Catalogue.Entry entry, int depth) {
        return condition(entry, depth, 3);
    }

    private Condition<PrismaRecord> condition(Catalogue.Entry entry, int depth, int nesting) {
        int kind = random.nextInt(10);
        if (kind < 3 && nesting > 0) {
            return combination(entry, depth, nesting - 1);
        } else if (kind < 6 && depth > 0 && !entry.relationFields().isEmpty()) {
            return related(entry, depth - 1, nesting);
        }
        List<ScalarField> documents =
                entry.model().scalarFields().stream().filter(Catalogue::isJson).toList();
        // There is much to ask about Json, but few fields are.
        boolean json = !documents.isEmpty() && random.nextInt(6) == 0;
        return ofField(entry, values.pick(json ? documents : entry.model().scalarFields()));
    }

    private Condition<PrismaRecord> combination(Catalogue.Entry entry, int depth, int nesting) {
        List<Condition<PrismaRecord>> parts = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            parts.add(condition(entry, depth, nesting));
        }
        Condition<PrismaRecord> one = condition(entry, depth, nesting);
        return switch (random.nextInt(7)) {
            case 0 -> Condition.allOf(parts);
            case 1 -> Condition.anyOf(parts);
            case 2 -> Condition.noneOf(parts);
            case 3 -> one.not();
            case 4 -> one.and(condition(entry, depth, nesting));
            case 5 -> one.or(condition(entry, depth, nesting));
            default -> Condition.ifPresent(random.nextBoolean() ? one : null, condition -> condition);
        };
    }

    @SuppressWarnings("unchecked") // Varargs.
    private Condition<PrismaRecord> related(Catalogue.Entry entry, int depth, int nesting) {
        RelationField field = values.pick(entry.relationFields());
        Catalogue.Entry target = catalogue.entry(field.target());
        Condition<PrismaRecord>[] parts =
                (Condition<PrismaRecord>[]) new Condition<?>[random.nextInt(6) == 0 ? random.nextInt(3) : 1];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = condition(target, depth, nesting);
        }
        if (field.arity() == Arity.LIST) {
            ToMany<PrismaRecord, PrismaRecord, Object> many = entry.toMany(field);
            return switch (random.nextInt(3)) {
                case 0 -> many.some(parts);
                case 1 -> many.every(parts);
                default -> many.none(parts);
            };
        }
        ToOne<PrismaRecord, PrismaRecord, Object> one = entry.toOne(field);
        if (one instanceof OptionalToOne<PrismaRecord, PrismaRecord, ?> optional && random.nextInt(3) == 0) {
            return random.nextBoolean() ? optional.isNull() : optional.isNotNull();
        }
        return random.nextBoolean() ? one.is(parts) : one.isNot(parts);
    }

    /** A condition on one field. */
    @SuppressWarnings("unchecked") // The field's type in the schema says which kind it is.
    Condition<PrismaRecord> ofField(Catalogue.Entry entry, ScalarField scalar) {
        TypedField<PrismaRecord, Object> field = entry.field(scalar.name());
        if ((Object) field instanceof ListField<?, ?>) {
            return ofList((ListField<PrismaRecord, Object>) (Object) field, scalar, entry);
        } else if ((Object) field instanceof JsonField<?> && random.nextInt(4) != 0) {
            return ofJson((JsonField<PrismaRecord>) (Object) field, scalar, entry);
        }
        int operator = random.nextInt(OPERATORS);
        List<ScalarField> alike = entry.comparable().stream()
                .filter(other -> other.type().equals(scalar.type()))
                .toList();
        if (operator == 0) {
            return random.nextBoolean() ? field.isNull() : field.isNotNull();
        } else if (operator == 1 && alike.size() > 1) {
            return ofFields(field, entry.field(values.pick(alike).name()));
        } else if (operator == 2) {
            return in(field, scalar, entry);
        } else if (operator < 7 && isText(scalar)) {
            return ofText((StringField<PrismaRecord>) (Object) field, scalar, entry);
        } else if (operator < 10 && (Object) field instanceof OrderedField<?, ?>) {
            return ordered(field, scalar, entry);
        }
        return random.nextInt(3) == 0 ? field.ne(value(scalar, entry)) : field.eq(value(scalar, entry));
    }

    private Condition<PrismaRecord> ofJson(JsonField<PrismaRecord> field, ScalarField scalar, Catalogue.Entry entry) {
        List<Row> rows = data.rows(entry.model());
        Json document = rows.isEmpty() ? null : (Json) values.pick(rows).get(scalar.name());
        Condition<PrismaRecord> condition = values.json().condition(field, document);
        return random.nextInt(3) == 0 ? condition.not() : condition;
    }

    @SuppressWarnings("unchecked") // The value of a list is a list.
    private Condition<PrismaRecord> ofList(
            ListField<PrismaRecord, Object> field, ScalarField scalar, Catalogue.Entry entry) {
        List<Object> list = (List<Object>) value(scalar, entry);
        return switch (random.nextInt(7)) {
            case 0 -> field.has(list.isEmpty() ? values.element(scalar) : values.pick(list));
            case 1 -> field.hasEvery(list);
            case 2 -> field.hasSome(list);
            case 3 -> random.nextBoolean() ? field.isEmpty() : field.isNotEmpty();
            case 4 -> field.in(List.of(list, (List<Object>) value(scalar, entry)));
            case 5 -> field.notIn(List.of(list));
            default -> field.eq(list);
        };
    }

    /** A condition on one of the fields that groups are made by, with no other field in it. */
    Condition<PrismaRecord> ofGroup(Catalogue.Entry entry, List<ScalarField> by) {
        while (true) {
            Condition<PrismaRecord> condition = ofField(entry, values.pick(by));
            if (!(condition instanceof Condition.CompareFields<PrismaRecord>)) {
                return condition;
            }
        }
    }

    private Condition<PrismaRecord> in(
            TypedField<PrismaRecord, Object> field, ScalarField scalar, Catalogue.Entry entry) {
        List<Object> list = new ArrayList<>();
        int size = random.nextInt(12) == 0 ? MANY : random.nextInt(4);
        for (int i = 0; i < size; i++) {
            list.add(value(scalar, entry));
        }
        Condition<PrismaRecord> in = random.nextBoolean() ? field.in(list) : field.notIn(list);
        boolean ignoreCase = isText(scalar) && random.nextInt(3) == 0;
        return ignoreCase ? ((Condition.Text<PrismaRecord>) in).insensitive() : in;
    }

    private static boolean isText(ScalarField scalar) {
        return scalar.type() instanceof FieldType.Scalar type && type.type() == ScalarType.STRING;
    }

    private Condition<PrismaRecord> ofText(StringField<PrismaRecord> field, ScalarField scalar, Catalogue.Entry entry) {
        String text = part((String) value(scalar, entry));
        Condition.Text<PrismaRecord> condition = switch (random.nextInt(5)) {
            case 0, 1 -> field.contains(text);
            case 2 -> field.startsWith(text);
            case 3 -> field.endsWith(text);
            default -> random.nextBoolean() ? field.eq(text) : field.ne(text);
        };
        return random.nextInt(3) == 0 ? condition.insensitive() : condition;
    }

    private String part(String text) {
        int[] points = text.codePoints().toArray();
        int from = random.nextInt(points.length + 1);
        int to = from + random.nextInt(points.length - from + 1);
        return random.nextInt(3) == 0 ? text : new String(points, from, to - from);
    }

    @SuppressWarnings("unchecked") // Tested by the caller.
    private Condition<PrismaRecord> ordered(
            TypedField<PrismaRecord, Object> any, ScalarField scalar, Catalogue.Entry entry) {
        OrderedField<PrismaRecord, Object> field = (OrderedField<PrismaRecord, Object>) (Object) any;
        Object value = value(scalar, entry);
        return switch (random.nextInt(5)) {
            case 0 -> field.lt(value);
            case 1 -> field.lte(value);
            case 2 -> field.gt(value);
            case 3 -> field.gte(value);
            default -> field.between(value, value(scalar, entry));
        };
    }

    @SuppressWarnings("unchecked") // Fields of the same type have the same kinds of conditions.
    private Condition<PrismaRecord> ofFields(
            TypedField<PrismaRecord, Object> field, TypedField<PrismaRecord, Object> other) {
        Object any = field;
        if (any instanceof StringField<?> && random.nextBoolean()) {
            StringField<PrismaRecord> text = (StringField<PrismaRecord>) any;
            TypedField<PrismaRecord, String> part = (TypedField<PrismaRecord, String>) (Object) other;
            Condition.Text<PrismaRecord> condition = switch (random.nextInt(3)) {
                case 0 -> text.contains(part);
                case 1 -> text.startsWith(part);
                default -> text.endsWith(part);
            };
            return random.nextInt(3) == 0 ? condition.insensitive() : condition;
        } else if (any instanceof OrderedField<?, ?> && random.nextBoolean()) {
            OrderedField<PrismaRecord, Object> ordered = (OrderedField<PrismaRecord, Object>) any;
            return switch (random.nextInt(4)) {
                case 0 -> ordered.lt(other);
                case 1 -> ordered.lte(other);
                case 2 -> ordered.gt(other);
                default -> ordered.gte(other);
            };
        }
        return random.nextBoolean() ? field.eq(other) : field.ne(other);
    }

    /** A value that a record has in this field, or else any. */
    Object value(ScalarField scalar, Catalogue.Entry entry) {
        List<Row> rows = data.rows(entry.model());
        if (!rows.isEmpty() && random.nextInt(4) != 0) {
            @Nullable Object value = values.pick(rows).get(scalar.name());
            if (value != null) {
                return Objects.requireNonNull(value);
            }
        }
        return values.present(scalar);
    }
}
