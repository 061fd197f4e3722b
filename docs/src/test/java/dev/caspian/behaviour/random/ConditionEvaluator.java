package dev.caspian.behaviour.random;

import dev.caspian.query.Comparison;
import dev.caspian.query.Condition;
import dev.caspian.query.Json;
import dev.caspian.query.Unique;
import dev.caspian.schema.Arity;
import dev.caspian.schema.RelationField;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says whether a record in memory fulfils a condition. */
final class ConditionEvaluator {

    private final MemoryDatabase data;
    private final Values values;

    ConditionEvaluator(MemoryDatabase data, Values values) {
        this.data = data;
        this.values = values;
    }

    boolean all(List<? extends Condition<?>> conditions, Row row) {
        return and(conditions, row) == Truth.TRUE;
    }

    private Truth and(List<? extends Condition<?>> conditions, Row row) {
        Truth truth = Truth.TRUE;
        for (Condition<?> condition : conditions) {
            truth = truth.and(holds(condition, row));
        }
        return truth;
    }

    Truth holds(Condition<?> condition, Row row) {
        if (condition instanceof Condition.All<?> all) {
            return and(all.parts(), row);
        } else if (condition instanceof Condition.Any<?> any) {
            Truth truth = Truth.FALSE;
            for (Condition<?> part : any.parts()) {
                truth = truth.or(holds(part, row));
            }
            return truth;
        } else if (condition instanceof Condition.Not<?> not) {
            return holds(not.operand(), row).not();
        } else if (condition instanceof Condition.IsNull<?> isNull) {
            return Truth.of((row.get(isNull.field().name()) == null) != isNull.negated());
        } else if (condition instanceof Condition.Compare<?> compare) {
            Object own = row.get(compare.field().name());
            return values.compare(own, compare.comparison(), compare.value(), compare.ignoreCase());
        } else if (condition instanceof Condition.CompareFields<?> compare) {
            Object own = row.get(compare.field().name());
            Object other = row.get(compare.other().name());
            return values.compare(own, compare.comparison(), other, compare.ignoreCase());
        } else if (condition instanceof Condition.In<?> in) {
            Truth found = Truth.FALSE;
            for (Object value : in.values()) {
                found = found.or(values.compare(row.get(in.field().name()), Comparison.EQ, value, in.ignoreCase()));
            }
            return in.negated() ? found.not() : found;
        } else if (condition instanceof Unique<?> unique) {
            return unique(unique, row);
        } else if (condition instanceof Condition.Related<?, ?> related) {
            return related(related, row);
        } else if (condition instanceof Condition.OfJson<?> json) {
            return JsonEvaluator.holds(json, (Json) row.get(json.field().name()));
        } else if (condition instanceof Condition.OfList<?> list) {
            return list(list, Objects.requireNonNull(row.get(list.field().name())));
        }
        throw new IllegalStateException("Not evaluated: " + condition);
    }

    /** A scalar list is never NULL. */
    private static Truth list(Condition.OfList<?> condition, Object list) {
        List<@Nullable Object> own = Comparing.keys((List<?>) list);
        List<@Nullable Object> values = Comparing.keys(condition.values());
        return Truth.of(
                switch (condition.test()) {
                    case EQUALS -> own.equals(values);
                    case HAS, HAS_EVERY -> own.containsAll(values);
                    case HAS_SOME -> values.stream().anyMatch(own::contains);
                    case IS_EMPTY -> own.isEmpty();
                    case IS_NOT_EMPTY -> !own.isEmpty();
                });
    }

    private Truth unique(Unique<?> unique, Row row) {
        Truth truth = and(unique.filters(), row);
        for (int i = 0; i < unique.fields().size(); i++) {
            Object own = row.get(unique.fields().get(i).name());
            truth = truth.and(values.compare(own, Comparison.EQ, unique.values().get(i), false));
        }
        return truth;
    }

    /**
     * A question about one other record has that record's answer, and where there is none the answer is no. A question
     * about many is always answered.
     */
    private Truth related(Condition.Related<?, ?> related, Row row) {
        RelationField relation = row.model().relationField(related.relation().name());
        @Nullable Condition<?> condition = related.condition();
        List<Truth> truths = data.related(row, relation).stream()
                .map(other -> condition == null ? Truth.TRUE : holds(condition, other))
                .toList();
        if (relation.arity() != Arity.LIST) {
            Truth is = truths.isEmpty() ? Truth.FALSE : truths.get(0);
            return related.quantifier() == Condition.Related.Quantifier.SOME ? is : is.not();
        }
        return Truth.of(
                switch (related.quantifier()) {
                    case SOME -> truths.contains(Truth.TRUE);
                    case NONE -> !truths.contains(Truth.TRUE);
                    case EVERY -> !truths.contains(Truth.FALSE);
                });
    }
}
