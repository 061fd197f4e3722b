package dev.caspian.plan;

import dev.caspian.record.Loaded;
import dev.caspian.record.RecordType;
import dev.caspian.schema.Model;
import dev.caspian.sql.ColumnType;
import dev.caspian.sql.Expression;
import dev.caspian.sql.Statement;
import java.util.List;

/**
 * A statement whose rows are records, and what completes them. Immutable, shared by all queries of its shape.
 *
 * @param model the model
 * @param type how its records are made
 * @param statement a query, or a write that returns rows
 * @param loaded what the records have
 * @param columns for each scalar field of the record its column, counted from 1, or 0 where it is not selected
 * @param types for each scalar field of the record what it holds
 * @param counts the columns that hold numbers of related records
 * @param relations the statements that read related records
 * @param reversed whether the rows come in the opposite order
 */
public record ReadPlan(
        Model model,
        RecordType<?> type,
        Statement statement,
        Loaded loaded,
        List<Integer> columns,
        List<ColumnType> types,
        List<CountColumn> counts,
        List<RelationPlan> relations,
        boolean reversed) {

    /** The parameter that holds the keys of the records: in a relation's statement, those of the parents. */
    public static final int PARENT_KEYS = -1;

    /** The key is one of those that are bound as a whole. */
    static Expression inKeys(List<Expression> key, List<ColumnType> types) {
        return key.size() == 1
                ? new Expression.InParameter(key.get(0), new Expression.Parameter(PARENT_KEYS, types.get(0)))
                : new Expression.TupleInParameter(key, PARENT_KEYS, types);
    }

    /**
     * A column that holds a number of related records.
     *
     * @param relation the position of the relation
     * @param column counted from 1
     */
    public record CountColumn(int relation, int column) {}

    /**
     * The statement that reads the related records of all parents at once.
     *
     * @param relation the position of the relation
     * @param list whether it leads to many records
     * @param parentKey the key in the parents' rows
     * @param childKey the same key in the related rows
     * @param plan the statement; its parameter {@link #PARENT_KEYS} takes the keys
     */
    public record RelationPlan(int relation, boolean list, KeyColumns parentKey, KeyColumns childKey, ReadPlan plan) {}
}
