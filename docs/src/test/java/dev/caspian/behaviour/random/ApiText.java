package dev.caspian.behaviour.random;

import dev.caspian.query.Assignment;
import dev.caspian.query.Condition;
import dev.caspian.query.FieldAssignment;
import dev.caspian.query.FieldOrder;
import dev.caspian.query.GroupOrder;
import dev.caspian.query.Having;
import dev.caspian.query.NestedWrite;
import dev.caspian.query.NewRecord;
import dev.caspian.query.Order;
import dev.caspian.query.RelatedProjection;
import dev.caspian.query.RelationCount;
import dev.caspian.query.Unique;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the parts of a query down in the words of the API. */
final class ApiText {

    private ApiText() {}

    /** Anything that a query consists of. */
    static String of(@Nullable Object part) {
        if (part instanceof Condition<?> condition) {
            return condition(condition);
        } else if (part instanceof Order<?> || part instanceof GroupOrder<?>) {
            return order(part);
        } else if (part instanceof RelationCount<?> count) {
            return count.relation() + (count.where().isEmpty() ? "" : ".where(" + list(count.where()) + ")")
                    + ".count()";
        } else if (part instanceof RelatedProjection<?, ?, ?> related) {
            return related.relation() + ".get(" + of(related.projection()) + ")";
        } else if (part instanceof Having<?> having) {
            return having(having);
        } else if (part instanceof Assignment<?> assignment) {
            return assignment(assignment);
        } else if (part instanceof NewRecord<?> record) {
            return "{" + list(record.assignments()) + "}";
        } else if (part instanceof List<?> values) {
            return "[" + list(values) + "]";
        } else if (part instanceof byte[] bytes) {
            return "0x" + HexFormat.of().formatHex(bytes);
        }
        return part instanceof String text ? "\"" + text + "\"" : String.valueOf(part);
    }

    private static String list(List<?> parts) {
        return parts.stream().map(ApiText::of).collect(Collectors.joining(", "));
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String condition(Condition<?> condition) {
        if (condition instanceof Unique<?> unique) {
            String and = unique.filters().isEmpty() ? "" : ".and(" + list(unique.filters()) + ")";
            return unique.fields() + ".eq(" + list(unique.values()) + ")" + and;
        } else if (condition instanceof Condition.All<?> all) {
            return "allOf(" + list(all.parts()) + ")";
        } else if (condition instanceof Condition.Any<?> any) {
            return "anyOf(" + list(any.parts()) + ")";
        } else if (condition instanceof Condition.Not<?> not) {
            return of(not.operand()) + ".not()";
        } else if (condition instanceof Condition.IsNull<?> isNull) {
            return isNull.field() + (isNull.negated() ? ".isNotNull()" : ".isNull()");
        } else if (condition instanceof Condition.Compare<?> compare) {
            return call(compare.field(), name(compare.comparison()), of(compare.value()), compare.ignoreCase());
        } else if (condition instanceof Condition.CompareFields<?> compare) {
            return call(compare.field(), name(compare.comparison()), of(compare.other()), compare.ignoreCase());
        } else if (condition instanceof Condition.In<?> in) {
            return call(in.field(), in.negated() ? "notIn" : "in", list(in.values()), in.ignoreCase());
        } else if (condition instanceof Condition.OfList<?> list) {
            return call(list.field(), name(list.test()), list(list.values()), false);
        } else if (condition instanceof Condition.OfJson<?> json) {
            String place = call(json.field(), "path", list(json.path()), false);
            return call(place, name(json.test()), of(json.value()), json.ignoreCase());
        } else if (condition instanceof Condition.Related<?, ?> related) {
            String operand = related.condition() == null ? "" : of(related.condition());
            return call(related.relation(), name(related.quantifier()), operand, false);
        }
        return condition.toString();
    }

    private static String call(Object receiver, String method, String argument, boolean ignoreCase) {
        return receiver + "." + method + "(" + argument + ")" + (ignoreCase ? ".insensitive()" : "");
    }

    private static String order(Object order) {
        if (order instanceof FieldOrder<?> field) {
            String nulls = switch (field.nulls()) {
                case DATABASE -> "";
                case FIRST -> ".nullsFirst()";
                case LAST -> ".nullsLast()";
            };
            return field.field() + direction(field.descending()) + nulls;
        } else if (order instanceof Order.ByCount<?> count) {
            return of(count.count()) + direction(count.descending());
        } else if (order instanceof Order.ByRelated<?, ?> related) {
            return related.relation() + ".orderBy(" + of(related.order()) + ")";
        }
        GroupOrder.ByAggregate<?> aggregate = (GroupOrder.ByAggregate<?>) order;
        return aggregate.aggregate() + direction(aggregate.descending());
    }

    private static String direction(boolean descending) {
        return descending ? ".desc()" : ".asc()";
    }

    private static String having(Having<?> having) {
        if (having instanceof Having.Compare<?> compare) {
            return call(compare.aggregate(), name(compare.comparison()), of(compare.value()), false);
        } else if (having instanceof Having.OfField<?> field) {
            return "of(" + of(field.condition()) + ")";
        } else if (having instanceof Having.All<?> all) {
            return "allOf(" + list(all.parts()) + ")";
        } else if (having instanceof Having.Any<?> any) {
            return "anyOf(" + list(any.parts()) + ")";
        }
        return of(((Having.Not<?>) having).operand()) + ".not()";
    }

    private static String assignment(Assignment<?> assignment) {
        if (assignment instanceof FieldAssignment.Set<?> set) {
            return set.field() + ".set(" + of(set.value()) + ")";
        } else if (assignment instanceof FieldAssignment.Calculate<?> calculate) {
            return calculate.field() + "." + name(calculate.operation()) + "(" + of(calculate.operand()) + ")";
        } else if (assignment instanceof FieldAssignment.Push<?> push) {
            return push.field() + ".push(" + list(push.elements()) + ")";
        }
        Assignment.Nested<?, ?> nested = (Assignment.Nested<?, ?>) assignment;
        return nested.relation() + "." + nested(nested.write());
    }

    private static String nested(NestedWrite<?> write) {
        if (write instanceof NestedWrite.Create<?> create) {
            return "create(" + of(create.data()) + ")";
        } else if (write instanceof NestedWrite.CreateMany<?> many) {
            return "createMany(" + list(many.data()) + (many.skipDuplicates() ? ").skipDuplicates()" : ")");
        } else if (write instanceof NestedWrite.Connect<?> connect) {
            return "connect(" + list(connect.records()) + ")";
        } else if (write instanceof NestedWrite.ConnectOrCreate<?> either) {
            return "connectOrCreate(" + of(either.where()) + ", " + of(either.data()) + ")";
        } else if (write instanceof NestedWrite.Disconnect<?> disconnect) {
            return "disconnect(" + of(disconnect.records()) + ")";
        } else if (write instanceof NestedWrite.SetTo<?> set) {
            return "set(" + list(set.records()) + ")";
        } else if (write instanceof NestedWrite.Update<?> update) {
            return "update(" + of(update.where()) + ", " + list(update.data()) + ")";
        } else if (write instanceof NestedWrite.UpdateMany<?> update) {
            return "updateMany(u -> u.all().where(" + of(update.where()) + ").data(" + list(update.data()) + "))";
        } else if (write instanceof NestedWrite.Upsert<?> upsert) {
            return "upsert(" + of(upsert.where()) + ", " + of(upsert.create()) + ", " + list(upsert.update()) + ")";
        } else if (write instanceof NestedWrite.Delete<?> delete) {
            return "delete(" + of(delete.records()) + ")";
        }
        return "deleteMany(d -> d.all().where(" + of(((NestedWrite.DeleteMany<?>) write).where()) + "))";
    }
}
