package dev.caspian.database;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index that is not the primary key.
 *
 * @param algorithm its access method in lower case, for example {@code gin}; null for a B-tree
 */
public record TableIndex(
        Kind kind,
        String name,
        List<IndexColumn> columns,
        @Nullable String algorithm) {

    public TableIndex {
        columns = List.copyOf(columns);
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
