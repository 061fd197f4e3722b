package dev.caspian.plan;

import dev.caspian.provider.ScalarType;
import dev.caspian.query.Comparison;
import dev.caspian.query.Condition;
import dev.caspian.query.TypedField;
import dev.caspian.query.Unique;
import dev.caspian.schema.Arity;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import dev.caspian.sql.ColumnType;
import dev.caspian.sql.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Turns conditions on models into expressions on columns. Confined to one plan. */
final class ConditionPlanner {

    private final Planning planning;

    ConditionPlanner(Planning planning) {
        this.planning = planning;
    }

    /** All of them hold. */
    Expression all(List<? extends Condition<?>> conditions, Scope scope) {
        if (conditions.size() == 1) {
            return condition(conditions.get(0), scope);
        }
        List<Expression> parts = new ArrayList<>();
        for (Condition<?> condition : conditions) {
            add(condition(condition, scope), parts);
        }
        return parts.size() == 1 ? parts.get(0) : new Expression.And(parts);
    }

    /** Adds a part to a conjunction, in which conjunctions dissolve. */
    private static void add(Expression part, List<Expression> parts) {
        if (part instanceof Expression.And and) {
            parts.addAll(and.parts());
        } else {
            parts.add(part);
        }
    }

    Expression condition(Condition<?> condition, Scope scope) {
        if (condition instanceof Condition.Compare<?> compare) {
            return compare(compare, scope);
        } else if (condition instanceof Unique<?> unique) {
            return unique(unique, scope);
        } else if (condition instanceof Condition.All<?> all) {
            return all(all.parts(), scope);
        } else if (condition instanceof Condition.Any<?> any) {
            return any(any.parts(), scope, this::condition);
        } else if (condition instanceof Condition.Not<?> not) {
            return opposite(not.operand(), scope);
        } else if (condition instanceof Condition.CompareFields<?> compare) {
            return compare(
                    scope.column(compare.field()),
                    compare.comparison(),
                    scope.column(compare.other()),
                    compare.ignoreCase());
        } else if (condition instanceof Condition.In<?> in) {
            return in(in, scope);
        } else if (condition instanceof Condition.OneOf<?> oneOf) {
            return oneOf(oneOf, scope);
        } else if (condition instanceof Condition.IsNull<?> isNull) {
            return new Expression.IsNull(scope.column(isNull.field()), isNull.negated());
        } else if (condition instanceof Condition.Related<?, ?> related) {
            return related(related, related.quantifier(), scope);
        } else if (condition instanceof Condition.OfList<?> list) {
            return list(list, scope);
        } else if (condition instanceof Condition.OfJson<?> json) {
            return new JsonPlanner(planning).condition(json, scope.column(json.field()));
        }
        throw Unplannable.condition(condition);
    }

    private static Expression any(
            List<? extends Condition<?>> parts, Scope scope, BiFunction<Condition<?>, Scope, Expression> planning) {
        return new Expression.Or(
                parts.stream().map(part -> planning.apply(part, scope)).toList());
    }

    /**
     * The condition does not hold.
     *
     * <p>The negation goes down to where NULL matters: an EXISTS is never NULL, so that NOT of it would find the
     * records whose related record has NULL where the condition looks, and Prisma does not.
     */
    private Expression opposite(Condition<?> condition, Scope scope) {
        if (condition instanceof Condition.Not<?> not) {
            return condition(not.operand(), scope);
        } else if (condition instanceof Condition.All<?> all) {
            return any(all.parts(), scope, this::opposite);
        } else if (condition instanceof Condition.Any<?> any) {
            return new Expression.And(
                    any.parts().stream().map(part -> opposite(part, scope)).toList());
        } else if (condition instanceof Condition.IsNull<?> isNull) {
            return new Expression.IsNull(scope.column(isNull.field()), !isNull.negated());
        } else if (condition instanceof Unique<?> unique) {
            return oppositeOfUnique(unique, scope);
        } else if (condition instanceof Condition.OfJson<?> json) {
            return new JsonPlanner(planning).opposite(json, scope.column(json.field()));
        } else if (condition instanceof Condition.Related<?, ?> related
                && !isList(scope.relation(related.relation()))) {
            return related(related, opposite(related.quantifier()), scope);
        }
        return new Expression.Not(condition(condition, scope));
    }

    private static Condition.Related.Quantifier opposite(Condition.Related.Quantifier quantifier) {
        return quantifier == Condition.Related.Quantifier.SOME
                ? Condition.Related.Quantifier.NONE
                : Condition.Related.Quantifier.SOME;
    }

    private Expression compare(Condition.Compare<?> compare, Scope scope) {
        ScalarField field = scope.field(compare.field());
        Expression value = planning.next(compare.value(), Tables.type(field));
        if (Tables.type(field).type() == ScalarType.JSON && field.arity() != Arity.LIST) {
            boolean equal = compare.comparison() == Comparison.EQ;
            return JsonPlanner.equal(scope.column(field), value, equal, compare.ignoreCase());
        }
        return compare(scope.column(field), compare.comparison(), value, compare.ignoreCase());
    }

    private static Expression compare(Expression left, Comparison comparison, Expression right, boolean ignoreCase) {
        return switch (comparison) {
            case CONTAINS -> new Expression.Match(left, Expression.Match.Position.ANYWHERE, right, ignoreCase);
            case STARTS_WITH -> new Expression.Match(left, Expression.Match.Position.START, right, ignoreCase);
            case ENDS_WITH -> new Expression.Match(left, Expression.Match.Position.END, right, ignoreCase);
            case EQ, NE, LT, LTE, GT, GTE ->
                ignoreCase
                        ? new Expression.Compare(
                                new Expression.Fold(left), operator(comparison), new Expression.Fold(right))
                        : new Expression.Compare(left, operator(comparison), right);
        };
    }

    static Expression.Compare.Operator operator(Comparison comparison) {
        return switch (comparison) {
            case EQ -> Expression.Compare.Operator.EQ;
            case NE -> Expression.Compare.Operator.NE;
            case LT -> Expression.Compare.Operator.LT;
            case LTE -> Expression.Compare.Operator.LTE;
            case GT -> Expression.Compare.Operator.GT;
            case GTE -> Expression.Compare.Operator.GTE;
            case CONTAINS, STARTS_WITH, ENDS_WITH -> throw new IllegalStateException(comparison + " is no operator");
        };
    }

    private Expression unique(Unique<?> unique, Scope scope) {
        List<Expression> parts = key(unique, scope);
        add(all(unique.filters(), scope), parts);
        return parts.size() == 1 ? parts.get(0) : new Expression.And(parts);
    }

    private Expression oppositeOfUnique(Unique<?> unique, Scope scope) {
        List<Expression> parts = new ArrayList<>();
        parts.add(new Expression.Not(new Expression.And(key(unique, scope))));
        unique.filters().forEach(filter -> parts.add(opposite(filter, scope)));
        return new Expression.Or(parts);
    }

    private List<Expression> key(Unique<?> unique, Scope scope) {
        List<Expression> parts = new ArrayList<>();
        for (int i = 0; i < unique.fields().size(); i++) {
            ScalarField field = scope.field(unique.fields().get(i));
            Expression value = planning.next(unique.values().get(i), Tables.type(field));
            parts.add(new Expression.Compare(scope.column(field), Expression.Compare.Operator.EQ, value));
        }
        return parts;
    }

    private Expression in(Condition.In<?> in, Scope scope) {
        ScalarField field = scope.field(in.field());
        Expression.Parameter list = planning.next(in.values(), Tables.type(field));
        return new Expression.InParameter(scope.column(field), list, in.negated(), in.ignoreCase());
    }

    private Expression oneOf(Condition.OneOf<?> oneOf, Scope scope) {
        List<ScalarField> fields = oneOf.fields().stream()
                .map((TypedField<?, ?> field) -> scope.field(field))
                .toList();
        List<ColumnType> types = fields.stream().map(Tables::type).toList();
        int keys = planning.next(oneOf.keys(), types.get(0)).index();
        return new Expression.TupleInParameter(Tables.columns(scope.source(), fields), keys, types);
    }

    private Expression list(Condition.OfList<?> condition, Scope scope) {
        ScalarField field = scope.field(condition.field());
        Expression list = scope.column(field);
        Expression values = planning.next(condition.values(), Tables.type(field));
        return switch (condition.test()) {
            case EQUALS -> new Expression.Compare(list, Expression.Compare.Operator.EQ, values);
            case HAS, HAS_EVERY -> new Expression.ListContains(list, values);
            case HAS_SOME -> new Expression.ListOverlaps(list, values);
            case IS_EMPTY -> new Expression.ListIsEmpty(list, false);
            case IS_NOT_EMPTY -> new Expression.ListIsEmpty(list, true);
        };
    }

    private Expression related(
            Condition.Related<?, ?> condition, Condition.Related.Quantifier quantifier, Scope scope) {
        RelationField relation = scope.relation(condition.relation());
        boolean some = quantifier == Condition.Related.Quantifier.SOME;
        if (condition.condition() == null && relation.holdsForeignKey()) {
            return hasForeignKey(relation, some, scope);
        }
        Scope related = new Scope(relation.target(), planning.alias());
        Expression where = unwanted(condition.condition(), quantifier, relation, related);
        return new Expression.Exists(
                RelationJoin.select(relation, scope, related, where, planning, Optional.empty()), !some);
    }

    /** What a related record must fulfil to decide the question: for SOME what is sought, else what must not be. */
    private Expression unwanted(
            @Nullable Condition<?> condition,
            Condition.Related.Quantifier quantifier,
            RelationField relation,
            Scope related) {
        if (condition == null) {
            return Expression.TRUE;
        } else if (quantifier == Condition.Related.Quantifier.EVERY) {
            return opposite(condition, related);
        }
        boolean isNot = quantifier == Condition.Related.Quantifier.NONE && !isList(relation);
        // What is neither true nor false at any depth is so for the whole, and only the opposite tells it from false.
        return isNot ? new Expression.IsNotTrue(opposite(condition, related)) : condition(condition, related);
    }

    private static boolean isList(RelationField relation) {
        return relation.arity() == Arity.LIST;
    }

    private static Expression hasForeignKey(RelationField relation, boolean has, Scope scope) {
        List<Expression> parts = Tables.ownKey(relation).stream()
                .<Expression>map(field -> new Expression.IsNull(scope.column(field), has))
                .toList();
        if (parts.size() == 1) {
            return parts.get(0);
        }
        return has ? new Expression.And(parts) : new Expression.Or(parts);
    }
}
