package dev.caspian.sql;

import java.util.List;

/**
 * What a condition of a statement compares of one of its tables.
 *
 * @param table the table, with the name by which the statement refers to it
 * @param columns the columns; several where they are compared as one key
 * @param indexable whether an index that begins with the columns finds the rows: it does not where only a part of a text is
 *     compared, or a text without its case, or where the condition says which rows are not meant
 */
public record Comparison(Source.Table table, List<String> columns, boolean indexable) {

    public Comparison {
        columns = List.copyOf(columns);
    }
}
