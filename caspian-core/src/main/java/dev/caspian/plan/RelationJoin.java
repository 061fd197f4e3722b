package dev.caspian.plan;

import dev.caspian.schema.Relation;
import dev.caspian.schema.RelationField;
import dev.caspian.schema.ScalarField;
import dev.caspian.sql.Expression;
import dev.caspian.sql.Output;
import dev.caspian.sql.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Queries of the records that belong to one record of an outer query. */
final class RelationJoin {

    private RelationJoin() {}

    /**
     * The records on the other end of a relation.
     *
     * @param relation the end that the outer record has
     * @param outer where the outer record is found
     * @param related what the related records shall be called
     * @param where which of them
     * @param output what is returned of them; empty for something of no interest
     */
    static Select select(
            RelationField relation,
            Scope outer,
            Scope related,
            Expression where,
            Planning planning,
            Optional<Expression> output) {
        List<Output> outputs = List.of(Output.of(output.orElse(new Expression.Constant(1))));
        if (relation.relation() instanceof Relation.ManyToMany table) {
            String join = planning.alias();
            Expression own = equal(
                    new Expression.Column(join, Tables.ownColumn(relation, table)),
                    outer.column(Tables.ownKey(relation).get(0)));
            Expression other = equal(
                    related.column(Tables.otherKey(relation).get(0)),
                    new Expression.Column(join, Tables.otherColumn(relation, table)));
            return Select.of(outputs, Tables.joinTable(table, join), and(List.of(own), where))
                    .joined(new Select.Join(Tables.table(related.model(), related.source()), other));
        }
        List<Expression> joined = new ArrayList<>();
        List<ScalarField> own = Tables.ownKey(relation);
        List<ScalarField> other = Tables.otherKey(relation);
        for (int i = 0; i < own.size(); i++) {
            joined.add(equal(related.column(other.get(i)), outer.column(own.get(i))));
        }
        return Select.of(outputs, Tables.table(related.model(), related.source()), and(joined, where));
    }

    static Expression equal(Expression left, Expression right) {
        return new Expression.Compare(left, Expression.Compare.Operator.EQ, right);
    }

    /** The parts and one more hold; conjunctions dissolve. */
    static Expression and(List<Expression> parts, Expression more) {
        List<Expression> all = new ArrayList<>(parts);
        if (more instanceof Expression.And and) {
            all.addAll(and.parts());
        } else {
            all.add(more);
        }
        return all.size() == 1 ? all.get(0) : new Expression.And(all);
    }
}
