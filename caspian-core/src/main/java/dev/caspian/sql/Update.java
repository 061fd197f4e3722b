package dev.caspian.sql;

import java.util.List;

/** New values for rows of a table. */
public record Update(Source.Table table, List<SetColumn> columns, Expression where, List<Output> returning)
        implements Statement {

    public Update {
        columns = List.copyOf(columns);
        returning = List.copyOf(returning);
    }
}
