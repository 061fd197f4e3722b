package dev.caspian.sql;

import java.util.List;

/** Rows of a table that go. */
public record Delete(Source.Table table, Expression where, List<Output> returning) implements Statement {

    public Delete {
        returning = List.copyOf(returning);
    }
}
