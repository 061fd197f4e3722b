package dev.caspian.sql.render;

import dev.caspian.error.ParameterLimitException;
import dev.caspian.jdbc.SqliteFunctions;
import dev.caspian.sql.ComparisonCollector;
import dev.caspian.sql.Delete;
import dev.caspian.sql.Expression;
import dev.caspian.sql.Insert;
import dev.caspian.sql.Output;
import dev.caspian.sql.Select;
import dev.caspian.sql.SetColumn;
import dev.caspian.sql.Source;
import dev.caspian.sql.Statement;
import dev.caspian.sql.Update;
import dev.caspian.sql.dialect.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Writes statements as text. Thread-safe: all state is confined to one call. */
public final class StatementRenderer {

    private final Dialect dialect;

    public StatementRenderer(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * The text of a statement.
     *
     * @throws ParameterLimitException if it has more values than the database takes
     */
    public RenderedStatement render(Statement statement) {
        Rendering rendering = new Rendering(dialect);
        String sql = rendering.statement(statement);
        List<Binding> bindings = rendering.bindings();
        if (bindings.size() > dialect.maxParameters()) {
            throw new ParameterLimitException("The query has " + bindings.size()
                    + " values, and the database takes at most " + dialect.maxParameters()
                    + ". Use in(…), which counts as one, or several queries.");
        }
        boolean callsFunctions = sql.contains(SqliteFunctions.PREFIX);
        return new RenderedStatement(
                sql, bindings, callsFunctions ? dialect.ownFunctions() : null, ComparisonCollector.collect(statement));
    }

    /** One statement on its way to text. Whatever is written first binds first. */
    static final class Rendering {

        private final Dialect dialect;
        private final List<Binding> bindings = new ArrayList<>();
        private final ExpressionRenderer expressions;

        Rendering(Dialect dialect) {
            this.dialect = dialect;
            this.expressions = new ExpressionRenderer(dialect, bindings, this::select);
        }

        List<Binding> bindings() {
            return bindings;
        }

        String statement(Statement statement) {
            if (statement instanceof Select select) {
                return select(select);
            } else if (statement instanceof Insert insert) {
                return insert(insert);
            } else if (statement instanceof Update update) {
                return update(update);
            }
            return delete((Delete) statement);
        }

        private String select(Select select) {
            StringBuilder sql = new StringBuilder("SELECT ");
            sql.append(outputs(select.outputs())).append(" FROM ").append(source(select.from()));
            for (Select.Join join : select.joins()) {
                sql.append(" JOIN ")
                        .append(source(join.source()))
                        .append(" ON ")
                        .append(expressions.render(join.on()));
            }
            sql.append(where(select.where()));
            if (!select.groupBy().isEmpty()) {
                sql.append(" GROUP BY ").append(list(select.groupBy(), expressions::render));
            }
            if (!ExpressionRenderer.isTrue(select.having())) {
                sql.append(" HAVING ").append(expressions.render(select.having()));
            }
            if (!select.orderBy().isEmpty()) {
                sql.append(" ORDER BY ").append(expressions.orderings(select.orderBy()));
            }
            if (select.limit() != null || select.offset() != null) {
                String limit = select.limit() == null ? null : expressions.render(select.limit());
                String offset = select.offset() == null ? null : expressions.render(select.offset());
                sql.append(dialect.limit(limit, offset));
            }
            if (select.lock() != null) {
                sql.append(dialect.lock(select.lock()));
            }
            return sql.toString();
        }

        private String outputs(List<Output> outputs) {
            return list(
                    outputs,
                    output -> expressions.render(output.expression())
                            + (output.alias() == null ? "" : " AS " + dialect.quote(output.alias())));
        }

        private String source(Source source) {
            if (source instanceof Source.Table table) {
                return table(table);
            }
            Source.Derived derived = (Source.Derived) source;
            return "(" + select(derived.select()) + ") AS " + dialect.quote(derived.name());
        }

        private String table(Source.Table table) {
            return (table.namespace() == null ? "" : dialect.quote(table.namespace()) + ".")
                    + dialect.quote(table.table())
                    + (table.alias() == null ? "" : " AS " + dialect.quote(table.alias()));
        }

        private String insert(Insert insert) {
            boolean skips = insert.conflict() instanceof Insert.OnConflict.Skip;
            StringBuilder sql = new StringBuilder("INSERT ")
                    .append(skips ? dialect.insertSkippingDuplicates() : "")
                    .append("INTO ")
                    .append(table(insert.table()));
            if (insert.columns().isEmpty()) {
                sql.append(dialect.defaultRow());
            } else {
                sql.append(" (")
                        .append(list(insert.columns(), dialect::quote))
                        .append(") ")
                        .append(values(insert.values()));
            }
            if (skips) {
                sql.append(dialect.onDuplicateSkip());
            } else if (insert.conflict() instanceof Insert.OnConflict.Update update) {
                sql.append(dialect.onDuplicateUpdate(
                                update.key().stream().map(dialect::quote).toList()))
                        .append(sets(update.columns()));
            }
            return sql.append(returning(insert.returning())).toString();
        }

        private String values(Insert.Values values) {
            if (values instanceof Insert.Values.Lists lists) {
                int width = lists.types().size();
                for (int i = 0; i < width; i++) {
                    bindings.add(new Binding.StoredList(
                            lists.first() + i, width, lists.types().get(i)));
                }
                return dialect.listedRows(lists.types());
            }
            Insert.Values.Rows rows = (Insert.Values.Rows) values;
            return "VALUES " + list(rows.rows(), row -> "(" + list(row, expressions::stored) + ")");
        }

        private String update(Update update) {
            return "UPDATE " + table(update.table()) + " SET " + sets(update.columns()) + where(update.where())
                    + returning(update.returning());
        }

        private String delete(Delete delete) {
            return "DELETE FROM " + table(delete.table()) + where(delete.where()) + returning(delete.returning());
        }

        private String sets(List<SetColumn> columns) {
            return list(columns, set -> dialect.quote(set.column()) + " = " + expressions.stored(set.value()));
        }

        private String where(Expression where) {
            return ExpressionRenderer.isTrue(where) ? "" : " WHERE " + expressions.render(where);
        }

        private String returning(List<Output> outputs) {
            return outputs.isEmpty() ? "" : " RETURNING " + outputs(outputs);
        }
    }

    static <T> String list(List<T> items, Function<T, String> render) {
        StringBuilder text = new StringBuilder();
        for (T item : items) {
            text.append(text.isEmpty() ? "" : ", ").append(render.apply(item));
        }
        return text.toString();
    }
}
