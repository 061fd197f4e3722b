package dev.caspian.schema.store;

import dev.caspian.schema.Datasource;
import dev.caspian.schema.Schema;
import java.util.Optional;
import java.util.function.Function;

/**
 * A schema as a text that is read many times faster than its source is compiled, so that clients start at once.
 *
 * <p>It is of one version of its form. A reader of another version does not read it, and compiles the source instead.
 */
public final class StoredSchema {

    /** The first line of each text: changed whenever the text of some schema changes. */
    private static final String FORM = "caspian schema 1\n";

    private StoredSchema() {}

    /** The text of a schema. The same schema gives the same text. */
    public static String write(Schema schema) {
        Cells cells = new Cells();
        new SchemaWriter(cells).write(schema);
        return FORM + cells.text();
    }

    /**
     * The schema of a text; empty if that is of another version.
     *
     * @throws IllegalArgumentException if the text is damaged
     */
    public static Optional<Schema> read(String text) {
        return read(text, SchemaReader::read);
    }

    /**
     * The datasource of the schema of a text, without reading the rest of it; empty if that is of another version.
     *
     * @return in the outer one, what the schema has
     * @throws IllegalArgumentException if the text is damaged
     */
    public static Optional<Optional<Datasource>> readDatasource(String text) {
        return read(text, SchemaReader::readDatasource);
    }

    private static <T> Optional<T> read(String text, Function<SchemaReader, T> part) {
        if (!text.startsWith(FORM)) {
            return Optional.empty();
        }
        try {
            return Optional.of(part.apply(new SchemaReader(new CellReader(text, FORM.length()))));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("This is not the text of a schema, or not the whole of it.", e);
        }
    }
}
