package dev.caspian.query;

import dev.caspian.error.InvalidQueryException;

/**
 * Counts how deep a query is nested. Confined to one query.
 *
 * <p>Databases refuse deeper expressions, and a planner would run out of stack.
 */
public final class Nesting {

    private static final int DEEPEST = 200;

    /** PostgreSQL may plan a subquery twice for each one that it is in: 12 deep takes half a second, 20 deep its memory. */
    private static final int DEEPEST_RELATION = 12;

    private int depth;
    private int relations;

    /**
     * One level deeper.
     *
     * @throws InvalidQueryException if that is too deep
     */
    public void enter() {
        require(++depth);
    }

    /** One level up again. */
    public void leave() {
        depth--;
    }

    /**
     * One relation further away, in the same statement.
     *
     * @throws InvalidQueryException if that is too far
     */
    public void enterRelation() {
        if (++relations > DEEPEST_RELATION) {
            throw new InvalidQueryException("The query is nested more than " + DEEPEST_RELATION
                    + " relations deep. Begin at a model that is nearer, or use several queries.");
        }
    }

    /** One relation back. */
    public void leaveRelation() {
        relations--;
    }

    static void require(int depth) {
        if (depth > DEEPEST) {
            throw new InvalidQueryException("The query is nested more than " + DEEPEST
                    + " deep. Put conditions side by side with allOf(…) and anyOf(…), which take any number, or use"
                    + " several queries.");
        }
    }
}
