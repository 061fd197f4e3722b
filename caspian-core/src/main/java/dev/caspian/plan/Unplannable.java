package dev.caspian.plan;

import dev.caspian.error.InvalidQueryException;
import dev.caspian.query.Condition;

/** Makes the errors of queries that the types allow but no database can answer. */
final class Unplannable {

    private Unplannable() {}

    static InvalidQueryException condition(Condition<?> condition) {
        return new InvalidQueryException(
                "Conditions on " + condition.getClass().getSimpleName() + " cannot be used with this database.");
    }
}
