package dev.caspian.introspect;

import dev.caspian.database.QualifiedName;
import dev.caspian.migrate.diff.EnumColumn;
import dev.caspian.migrate.diff.Finding;
import dev.caspian.migrate.diff.Refinement;
import dev.caspian.provider.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the queries that count the rows which a finding is about. Immutable. */
final class RowCounts {

    /** Since then PostgreSQL can tell whether a text is a value of a type ({@code pg_input_is_valid}). */
    private static final int POSTGRESQL_TELLS_INPUT = 16;

    private final Provider provider;
    private final int version;
    private final char quote;

    RowCounts(Provider provider, int version) {
        this.provider = provider;
        this.version = version;
        this.quote = provider == Provider.MYSQL ? '`' : '"';
    }

    /** The query, or null if nobody can tell by counting. */
    @Nullable String query(Finding finding) {
        if (finding.refinement() instanceof Refinement.Uses uses) {
            return uses(uses);
        }
        if (finding.when() == Finding.When.NEVER) {
            return "SELECT 0";
        }
        QualifiedName table = finding.table();
        if (table == null || finding.when() == Finding.When.ALWAYS) {
            return null;
        }
        String from = "SELECT count(*) FROM " + name(table);
        String column = finding.column();
        if (finding.refinement() instanceof Refinement.Duplicates duplicates) {
            return duplicates(name(table), duplicates);
        }
        if (finding.refinement() instanceof Refinement.Orphans orphans) {
            return from + " AS c WHERE " + orphans(orphans);
        }
        if (column == null) {
            return from;
        }
        String name = name(column);
        if (finding.when() == Finding.When.NULLS) {
            return from + " WHERE " + name + " IS NULL";
        }
        String values = from + " WHERE " + name + " IS NOT NULL";
        return finding.refinement() instanceof Refinement.Misfits misfits && tellsMisfits()
                ? values + " AND " + misfit(name, misfits)
                : values;
    }

    private String duplicates(String table, Refinement.Duplicates duplicates) {
        String columns = duplicates.columns().stream().map(this::name).collect(Collectors.joining(", "));
        String present = duplicates.columns().stream()
                .map(column -> name(column) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        return "SELECT coalesce(sum(n), 0) FROM (SELECT count(*) AS n FROM " + table + " WHERE " + present
                + " GROUP BY " + columns + " HAVING count(*) > 1) AS duplicates";
    }

    /** A key with a NULL in it refers to nothing, and need not. */
    private String orphans(Refinement.Orphans orphans) {
        List<String> conditions = new ArrayList<>();
        List<String> matches = new ArrayList<>();
        for (int i = 0; i < orphans.columns().size(); i++) {
            String column = "c." + name(orphans.columns().get(i));
            conditions.add(column + " IS NOT NULL");
            matches.add("p." + name(orphans.referencedColumns().get(i)) + " = " + column);
        }
        QualifiedName parent = orphans.referencedTable();
        if (parent != null) {
            conditions.add(
                    "NOT EXISTS (SELECT 1 FROM " + name(parent) + " AS p WHERE " + String.join(" AND ", matches) + ")");
        }
        return String.join(" AND ", conditions);
    }

    private boolean tellsMisfits() {
        return switch (provider) {
            case SQLITE -> true;
            case POSTGRESQL -> version >= POSTGRESQL_TELLS_INPUT;
            case COCKROACHDB, MYSQL -> false;
        };
    }

    /** Whether a value is not what it was after a cast and back, or cannot be cast. */
    private String misfit(String column, Refinement.Misfits misfits) {
        if (provider == Provider.SQLITE) {
            return "CAST(" + column + " AS " + misfits.to() + ") <> " + column;
        }
        String there = column + "::text::" + misfits.to() + "::text";
        return "CASE WHEN NOT pg_input_is_valid(" + column + "::text, " + literal(misfits.to())
                + ") THEN true WHEN NOT pg_input_is_valid(" + there + ", " + literal(misfits.from())
                + ") THEN true ELSE (" + there + "::" + misfits.from() + ")::text <> " + column + "::text END";
    }

    private @Nullable String uses(Refinement.Uses uses) {
        if (provider != Provider.POSTGRESQL || uses.columns().isEmpty()) {
            return null;
        }
        String values = uses.values().stream().map(RowCounts::literal).collect(Collectors.joining(", "));
        return uses.columns().stream()
                .map(column -> "(SELECT count(*) FROM " + name(column.table()) + " WHERE "
                        + use(column, "ARRAY[" + values + "]::text[]") + ")")
                .collect(Collectors.joining(" + ", "SELECT ", ""));
    }

    private String use(EnumColumn column, String values) {
        String name = name(column.column().name());
        return column.column().isList() ? name + "::text[] && " + values : name + "::text = ANY(" + values + ")";
    }

    private String name(QualifiedName name) {
        return (name.namespace() == null ? "" : name(name.namespace()) + ".") + name(name.name());
    }

    private String name(String name) {
        return quote + name.replace(String.valueOf(quote), String.valueOf(quote) + quote) + quote;
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
