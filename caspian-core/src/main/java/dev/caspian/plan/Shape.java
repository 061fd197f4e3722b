package dev.caspian.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query without its values: two queries of the same shape have the same plan, and so the same SQL.
 *
 * <p>Equality looks at the tokens, which are the query's fields, operators and counts; the values that were left out
 * are the arguments with which the plan is run. Confined to one query until it becomes a key of the plan cache.
 */
public final class Shape {

    private static final int LARGE = 1_000;

    private final List<Object> tokens = new ArrayList<>(16);
    private final List<@Nullable Object> arguments = new ArrayList<>(8);
    private int hash = 1;

    void token(Object token) {
        tokens.add(token);
        hash = 31 * hash + token.hashCode();
    }

    void argument(@Nullable Object value) {
        arguments.add(value);
    }

    /** Whether it is too long for a plan of it to be worth keeping. */
    public boolean isLarge() {
        return tokens.size() > LARGE;
    }

    /** The values, in the order in which a planner numbers the parameters. */
    public List<@Nullable Object> arguments() {
        return arguments;
    }

    /** The same shape without the values, so that a cache does not keep them. */
    public Shape withoutArguments() {
        Shape copy = new Shape();
        copy.tokens.addAll(tokens);
        copy.hash = hash;
        return copy;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Shape that && hash == that.hash && tokens.equals(that.tokens);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return tokens.toString();
    }
}
