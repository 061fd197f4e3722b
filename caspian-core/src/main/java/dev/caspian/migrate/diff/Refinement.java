package dev.caspian.migrate.diff;

import java.util.List;

/** Which of the rows that a {@link Finding} is about make it true, where the database can tell. */
public sealed interface Refinement {

    /** Those that share the values of these columns with another row. */
    record Duplicates(List<String> columns) implements Refinement {
        public Duplicates {
            columns = List.copyOf(columns);
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
