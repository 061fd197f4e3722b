package dev.caspian.plan;

import dev.caspian.query.Aggregate;
import dev.caspian.query.Aggregation;
import dev.caspian.query.Condition;
import dev.caspian.query.FieldAssignment;
import dev.caspian.query.FieldOrder;
import dev.caspian.query.FindMany;
import dev.caspian.query.GroupBy;
import dev.caspian.query.GroupOrder;
import dev.caspian.query.Having;
import dev.caspian.query.IncludedRelation;
import dev.caspian.query.Nesting;
import dev.caspian.query.Order;
import dev.caspian.query.Projection;
import dev.caspian.query.RelatedProjection;
import dev.caspian.query.RelationCount;
import dev.caspian.query.Returning;
import dev.caspian.query.Selection;
import dev.caspian.query.TypedField;
import dev.caspian.query.TypedRelation;
import dev.caspian.query.Unique;
import dev.caspian.schema.ScalarField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes queries as {@link Shape}s.
 *
 * <p>It visits the values of a query in the order in which the planners do; {@link Planning} compares the two when a
 * plan is made.
 */
public final class ShapeWriter {

    /** What a token says that is no field and no operator. */
    private enum Mark {
        END,
        NULL,
        SKIP,
        TAKE,
        TAKE_LAST,
        TAKE_NONE,
        CURSOR,
        DISTINCT,
        KEY,
        OMIT
    }

    private final Shape shape = new Shape();
    private final Nesting nesting = new Nesting();

    /**
     * Begins the shape of a query.
     *
     * @param operation what kind of query it is
     * @param about the model
     */
    public ShapeWriter(Object operation, String about) {
        shape.token(operation);
        shape.token(about);
    }

    public Shape shape() {
        return shape;
    }

    /** Which records are read, and which values of them. */
    public ShapeWriter project(FindMany<?> query, List<? extends Projection<?, ?>> projections) {
        records(query);
        projections.forEach(this::projection);
        shape.token(Mark.END);
        return this;
    }

    private void projection(Projection<?, ?> projection) {
        if (projection instanceof RelatedProjection<?, ?, ?> related) {
            shape.token(related.relation());
            nesting.enterRelation();
            projection(related.projection());
            nesting.leaveRelation();
        } else if (projection instanceof RelationCount<?> count) {
            count(count);
        } else {
            shape.token(projection);
        }
    }

    /** Which records are read, and what of them. */
    public ShapeWriter find(FindMany<?> query) {
        records(query);
        return returning(query.returning());
    }

    private void records(FindMany<?> query) {
        conditions(query.conditions());
        Unique<?> cursor = query.cursor();
        if (cursor != null) {
            shape.token(Mark.CURSOR);
            condition(cursor);
        }
        orders(query.orders());
        fields(Mark.DISTINCT, query.distinctFields());
        page(query.skipped(), query.taken());
    }

    private void page(@Nullable Integer skip, @Nullable Integer take) {
        if (skip != null) {
            shape.token(Mark.SKIP);
            shape.argument(skip.longValue());
        }
        if (take != null) {
            shape.token(take == 0 ? Mark.TAKE_NONE : take < 0 ? Mark.TAKE_LAST : Mark.TAKE);
            shape.argument(Math.abs(take.longValue()));
        }
    }

    /** One record, by its unique key. */
    public ShapeWriter unique(Unique<?> where) {
        condition(where);
        return this;
    }

    /** What of the records is returned. */
    public ShapeWriter returning(Returning<?> returning) {
        for (Selection<?> selection : returning.selections()) {
            selection(selection);
        }
        shape.token(Mark.END);
        for (Selection<?> include : returning.includes()) {
            selection(include);
        }
        fields(Mark.OMIT, returning.omissions());
        return this;
    }

    private void selection(Selection<?> selection) {
        nesting.enter();
        describe(selection);
        nesting.leave();
    }

    private void describe(Selection<?> selection) {
        if (selection instanceof IncludedRelation<?, ?> included) {
            shape.token(IncludedRelation.class);
            shape.token(included.relation());
            find(included.query());
        } else if (selection instanceof RelationCount<?> count) {
            count(count);
        } else {
            shape.token(selection);
        }
    }

    private void count(RelationCount<?> count) {
        shape.token(RelationCount.class);
        shape.token(count.relation());
        conditions(count.where());
    }

    private void fields(Mark mark, List<? extends TypedField<?, ?>> fields) {
        shape.token(mark);
        fields.forEach(shape::token);
        shape.token(Mark.END);
    }

    /** Conditions that all must hold. */
    public ShapeWriter conditions(List<? extends Condition<?>> conditions) {
        for (Condition<?> condition : conditions) {
            condition(condition);
        }
        shape.token(Mark.END);
        return this;
    }

    private void condition(Condition<?> condition) {
        nesting.enter();
        describe(condition);
        nesting.leave();
    }

    private void describe(Condition<?> condition) {
        shape.token(condition.getClass());
        if (condition instanceof Condition.Compare<?> compare) {
            shape.token(compare.field());
            shape.token(compare.comparison());
            shape.token(compare.ignoreCase());
            shape.argument(compare.value());
        } else if (condition instanceof Unique<?> unique) {
            unique.fields().forEach(shape::token);
            unique.values().forEach(shape::argument);
            conditions(unique.filters());
        } else if (condition instanceof Condition.All<?> all) {
            conditions(all.parts());
        } else if (condition instanceof Condition.Any<?> any) {
            conditions(any.parts());
        } else if (condition instanceof Condition.Not<?> not) {
            condition(not.operand());
        } else if (condition instanceof Condition.CompareFields<?> compare) {
            shape.token(compare.field());
            shape.token(compare.comparison());
            shape.token(compare.ignoreCase());
            shape.token(compare.other());
        } else if (condition instanceof Condition.In<?> in) {
            in(in);
        } else if (condition instanceof Condition.OneOf<?> oneOf) {
            fields(Mark.KEY, oneOf.fields());
            shape.argument(oneOf.keys());
        } else if (condition instanceof Condition.IsNull<?> isNull) {
            shape.token(isNull.field());
            shape.token(isNull.negated());
        } else if (condition instanceof Condition.Related<?, ?> related) {
            related(related.relation(), related.quantifier(), related.condition());
        } else if (condition instanceof Condition.OfList<?> list) {
            shape.token(list.field());
            shape.token(list.test());
            shape.argument(list.values());
        } else if (condition instanceof Condition.OfJson<?> json) {
            shape.token(json.field());
            shape.token(json.test());
            shape.token(json.ignoreCase());
            shape.token(JsonPlanner.numerals(json.path()));
            shape.argument(json.path());
            shape.argument(json.value());
        } else {
            throw Unplannable.condition(condition);
        }
    }

    private void in(Condition.In<?> in) {
        shape.token(in.field());
        shape.token(in.negated());
        shape.token(in.ignoreCase());
        shape.argument(in.values());
    }

    private void related(
            TypedRelation<?, ?> relation, Condition.Related.Quantifier quantifier, @Nullable Condition<?> condition) {
        shape.token(relation);
        shape.token(quantifier);
        if (condition == null) {
            shape.token(Mark.NULL);
        } else {
            nesting.enterRelation();
            condition(condition);
            nesting.leaveRelation();
        }
    }

    private void orders(List<? extends Order<?>> orders) {
        orders.forEach(this::order);
        shape.token(Mark.END);
    }

    private void order(Order<?> order) {
        shape.token(order.getClass());
        if (order instanceof FieldOrder<?> field) {
            shape.token(field.field());
            shape.token(field.descending());
            shape.token(field.nulls());
        } else if (order instanceof Order.ByRelated<?, ?> related) {
            shape.token(related.relation());
            nesting.enterRelation();
            order(related.order());
            nesting.leaveRelation();
        } else if (order instanceof Order.ByCount<?> count) {
            shape.token(count.descending());
            count(count.count());
        }
    }

    /** What is calculated over which records. */
    public ShapeWriter aggregation(Aggregation<?> aggregation) {
        records(aggregation.records());
        aggregates(aggregation.aggregates());
        return this;
    }

    private void aggregates(List<? extends Aggregate<?, ?>> aggregates) {
        aggregates.forEach(shape::token);
        shape.token(Mark.END);
    }

    /** How records are grouped. */
    public ShapeWriter groups(GroupBy<?> grouping) {
        conditions(grouping.conditions());
        fields(Mark.DISTINCT, grouping.fields());
        aggregates(grouping.aggregates());
        grouping.havings().forEach(this::having);
        shape.token(Mark.END);
        for (GroupOrder<?> order : grouping.orders()) {
            if (order instanceof GroupOrder.ByAggregate<?> aggregate) {
                shape.token(aggregate.aggregate());
                shape.token(aggregate.descending());
            } else {
                order((FieldOrder<?>) order);
            }
        }
        shape.token(Mark.END);
        page(grouping.skipped(), grouping.taken());
        return this;
    }

    private void having(Having<?> having) {
        nesting.enter();
        describe(having);
        nesting.leave();
    }

    private void describe(Having<?> having) {
        shape.token(having.getClass());
        if (having instanceof Having.Compare<?> compare) {
            shape.token(compare.aggregate());
            shape.token(compare.comparison());
            shape.argument(compare.value());
        } else if (having instanceof Having.OfField<?> field) {
            condition(field.condition());
        } else if (having instanceof Having.All<?> all) {
            all.parts().forEach(this::having);
            shape.token(Mark.END);
        } else if (having instanceof Having.Any<?> any) {
            any.parts().forEach(this::having);
            shape.token(Mark.END);
        } else if (having instanceof Having.Not<?> not) {
            having(not.operand());
        }
    }

    /** The fields and values of a new record. */
    public ShapeWriter row(List<ScalarField> columns, List<? extends @Nullable Object> values) {
        for (int i = 0; i < columns.size(); i++) {
            shape.token(columns.get(i).name());
            shape.argument(values.get(i));
        }
        shape.token(Mark.END);
        return this;
    }

    /** The names of the fields of a key. */
    public ShapeWriter key(List<ScalarField> key) {
        key.forEach(field -> shape.token(field.name()));
        shape.token(Mark.END);
        return this;
    }

    /** What is written to columns. */
    public ShapeWriter assignments(List<? extends FieldAssignment<?>> assignments) {
        for (FieldAssignment<?> assignment : assignments) {
            shape.token(assignment.field());
            if (assignment instanceof FieldAssignment.Set<?> set) {
                shape.argument(set.value());
            } else if (assignment instanceof FieldAssignment.Calculate<?> calculate) {
                shape.token(calculate.operation());
                shape.argument(calculate.operand());
            } else if (assignment instanceof FieldAssignment.Push<?> push) {
                shape.token(FieldAssignment.Push.class);
                shape.argument(push.elements());
            }
        }
        shape.token(Mark.END);
        return this;
    }

    /** At most so many rows; null for all. */
    public ShapeWriter limit(@Nullable Integer limit) {
        page(null, limit);
        return this;
    }
}
