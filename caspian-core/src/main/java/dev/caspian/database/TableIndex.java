package dev.caspian.database;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index that is not the primary key.
 *
 * @param algorithm its access method in lower case, for example {@code gin}; null for a B-tree
 * @param condition the SQL that says which rows a partial index covers, or null for all of them
 */
public record TableIndex(
        Kind kind,
        String name,
        List<IndexColumn> columns,
        @Nullable String algorithm,
        @Nullable String condition) {

    public TableIndex {
        columns = List.copyOf(columns);
    }

    /** An index that covers every row. */
    public TableIndex(Kind kind, String name, List<IndexColumn> columns, @Nullable String algorithm) {
        this(kind, name, columns, algorithm, null);
    }

    /** What the index is for. */
    public enum Kind {
        UNIQUE,
        NORMAL,
        FULLTEXT
    }

    public boolean isUnique() {
        return kind == Kind.UNIQUE;
    }

    public List<String> columnNames() {
        return columns.stream().map(IndexColumn::name).toList();
    }
}
