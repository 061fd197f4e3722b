package dev.caspian.migrate.diff;

import dev.caspian.database.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of the rows that a {@link Finding} is about make it true, where the database can tell. */
public sealed interface Refinement {

    /** Those that share the values of these columns with another row. */
    record Duplicates(List<String> columns) implements Refinement {
        public Duplicates {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Those that a foreign key leads nowhere.
     *
     * @param columns the columns of the key
     * @param referencedTable the table that it refers to, or null if that is empty when the key is added
     * @param referencedColumns the columns that it refers to, in the same order
     */
    record Orphans(List<String> columns, @Nullable QualifiedName referencedTable, List<String> referencedColumns)
            implements Refinement {
        public Orphans {
            columns = List.copyOf(columns);
            referencedColumns = List.copyOf(referencedColumns);
        }
    }

    /**
     * Those whose value is another one after a cast, or cannot be cast.
     *
     * @param from the type of the column, as SQL writes it
     * @param to the type to which it is cast
     */
    record Misfits(String from, String to) implements Refinement {}

    /** Those that have one of these values in one of these columns. */
    record Uses(List<EnumColumn> columns, List<String> values) implements Refinement {
        public Uses {
            columns = List.copyOf(columns);
            values = List.copyOf(values);
        }
    }
}
