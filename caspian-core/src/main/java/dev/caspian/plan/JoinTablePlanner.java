package dev.caspian.plan;

import dev.caspian.schema.Relation;
import dev.caspian.schema.RelationField;
import dev.caspian.sql.ColumnType;
import dev.caspian.sql.Delete;
import dev.caspian.sql.Expression;
import dev.caspian.sql.Insert;
import java.util.ArrayList;
import java.util.List;

/** Plans what is written to the tables of many-to-many relations. */
public final class JoinTablePlanner {

    private JoinTablePlanner() {}

    /** Relates a record to others by a join table. The parameters are its key, and those of the others. */
    public static WritePlan relate(RelationField end, Relation.ManyToMany relation, int others) {
        List<List<Expression>> rows = new ArrayList<>();
        for (int i = 0; i < others; i++) {
            rows.add(List.of(ownKey(end), new Expression.Parameter(i + 1, otherType(end))));
        }
        Insert insert = new Insert(
                Tables.joinTable(relation, null),
                List.of(Tables.ownColumn(end, relation), Tables.otherColumn(end, relation)),
                new Insert.Values.Rows(rows),
                new Insert.OnConflict.Skip(),
                List.of());
        return new WritePlan(end.model(), insert, List.of());
    }

    /** Ends the relations of a record with others. The parameters are its key, and a list of theirs. */
    public static WritePlan unrelate(RelationField end, Relation.ManyToMany relation) {
        Expression own = RelationJoin.equal(
                new Expression.Column(relation.tableName(), Tables.ownColumn(end, relation)), ownKey(end));
        Expression others = new Expression.InParameter(
                new Expression.Column(relation.tableName(), Tables.otherColumn(end, relation)),
                new Expression.Parameter(1, otherType(end)));
        Expression where = new Expression.And(List.of(own, others));
        return new WritePlan(end.model(), new Delete(Tables.joinTable(relation, null), where, List.of()), List.of());
    }

    private static Expression ownKey(RelationField end) {
        return new Expression.Parameter(0, Tables.type(Tables.ownKey(end).get(0)));
    }

    private static ColumnType otherType(RelationField end) {
        return Tables.type(Tables.otherKey(end).get(0));
    }
}
