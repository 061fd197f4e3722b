package dev.caspian.execute;

import dev.caspian.error.InvalidQueryException;
import dev.caspian.query.Given;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/**
 * A statement of the application's own.
 *
 * @param sql with a {@code ?} for each parameter
 * @param parameters their values, in order
 */
public record RawStatement(String sql, List<? extends @Nullable Object> parameters) {

    public RawStatement {
        SingleStatement.require(sql);
    }

    /** With values in the order of the {@code ?}. */
    public static RawStatement positional(@Nullable String sql, @Nullable Object @Nullable [] parameters) {
        return new RawStatement(Given.value(sql, "sql"), Arrays.asList(Given.value(parameters, "parameters")));
    }

    /** With a value for each {@code :name}. A collection stands for as many values as it has. */
    public static RawStatement named(@Nullable String sql, @Nullable Map<String, ?> parameters) {
        String text = Given.value(sql, "sql");
        ParsedSql parsed = parsed(text);
        NamedValues values = new NamedValues(Given.value(parameters, "parameters"));
        String substituted = NamedParameterUtils.substituteNamedParameters(parsed, values);
        List<@Nullable Object> inOrder = new ArrayList<>();
        try {
            for (Object value : NamedParameterUtils.buildValueArray(parsed, values, null)) {
                values.expand(value, inOrder);
            }
        } catch (InvalidQueryException e) {
            throw e;
        } catch (InvalidDataAccessApiUsageException e) {
            throw new InvalidQueryException("A raw query with named parameters cannot have `?` too: name them all.");
        }
        values.requireAllUsed();
        return new RawStatement(substituted, inOrder);
    }

    private static ParsedSql parsed(String sql) {
        // Spring looks behind the last character for the second one of a comment's beginning.
        boolean mayBegin = sql.endsWith("/") || sql.endsWith("-");
        try {
            return NamedParameterUtils.parseSqlStatement(mayBegin ? sql + " " : sql);
        } catch (InvalidDataAccessApiUsageException e) {
            // Not what it says, which repeats the query.
            throw new InvalidQueryException(
                    "The raw query has a name of a parameter that begins with `:{` and has no `}`, or a `:` in it. Close it.");
        }
    }

    /** The values by their names, which remembers those that the statement asked for. */
    private static final class NamedValues implements SqlParameterSource {

        private final Map<String, ?> values;
        private final Set<String> unused;

        NamedValues(Map<String, ?> values) {
            this.values = values;
            this.unused = new LinkedHashSet<>(values.keySet());
        }

        @Override
        public boolean hasValue(String name) {
            if (!values.containsKey(name)) {
                throw new InvalidQueryException("The raw query has a parameter `:" + name + "`, which was not given.");
            }
            return true;
        }

        @Override
        public @Nullable Object getValue(String name) {
            hasValue(name);
            unused.remove(name);
            Object value = values.get(name);
            if (value instanceof Collection<?> elements && elements.isEmpty()) {
                throw new InvalidQueryException("The parameter `:" + name
                        + "` of the raw query is an empty list, for which SQL has no form. Leave the query out.");
            }
            return value;
        }

        /** Adds a value or, of a list, all of them: so many {@code ?} the statement has got. */
        void expand(@Nullable Object value, List<@Nullable Object> inOrder) {
            if (value instanceof Collection<?> elements) {
                for (Object element : elements) {
                    if (element instanceof Object[] tuple) {
                        inOrder.addAll(Arrays.asList(tuple));
                    } else {
                        inOrder.add(element);
                    }
                }
            } else {
                inOrder.add(value);
            }
        }

        void requireAllUsed() {
            if (!unused.isEmpty()) {
                throw new InvalidQueryException(
                        "The raw query has no parameter `:" + String.join("`, `:", unused) + "`, which was given.");
            }
        }
    }
}
