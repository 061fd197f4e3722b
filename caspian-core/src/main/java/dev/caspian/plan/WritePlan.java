package dev.caspian.plan;

import dev.caspian.schema.Model;
import dev.caspian.sql.ColumnType;
import dev.caspian.sql.Statement;
import java.util.List;

/**
 * A write, or a query of single values, that the engine works with itself. Immutable, shared by all of its shape.
 *
 * @param model the model that it is about
 * @param statement the statement
 * @param returned what its rows hold; empty where only their number is of interest
 */
public record WritePlan(Model model, Statement statement, List<ColumnType> returned) {

    public WritePlan {
        returned = List.copyOf(returned);
    }
}
