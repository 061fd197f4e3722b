package dev.caspian.client;

import dev.caspian.diagnostic.SourceFile;
import dev.caspian.psl.SchemaCompiler;
import dev.caspian.schema.Datasource;
import dev.caspian.schema.Schema;
import dev.caspian.schema.store.StoredSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The schema that was generated with a client, among its resources: as it was written, and stored in a form that needs no
 * compiling.
 */
public final class BundledSchema {

    /** The schema as it was written. */
    public static final String SOURCE = "schema.prisma";

    /** The schema as a {@link StoredSchema}. */
    public static final String STORED = "schema.caspian";

    /** Several parts of an application ask for it while it starts. */
    private static final ClassValue<Schema> SCHEMAS = new ClassValue<>() {
        @Override
        protected Schema computeValue(Class<?> client) {
            return read(client);
        }
    };

    private BundledSchema() {}

    /**
     * The schema of a generated client.
     *
     * @throws MissingSchemaException if it is not there
     * @throws dev.caspian.psl.InvalidSchemaException if it is not valid
     */
    public static Schema of(Class<? extends CaspianClient> client) {
        return SCHEMAS.get(client);
    }

    /**
     * The datasource of the schema of a generated client, which is told without reading the rest of it.
     *
     * @throws MissingSchemaException if the schema is not there
     * @throws dev.caspian.psl.InvalidSchemaException if it is not valid
     */
    public static Optional<Datasource> datasourceOf(Class<? extends CaspianClient> client) {
        return text(client, STORED)
                .flatMap(StoredSchema::readDatasource)
                .orElseGet(() -> of(client).datasource());
    }

    private static Schema read(Class<?> client) {
        return text(client, STORED).flatMap(StoredSchema::read).orElseGet(() -> compile(client));
    }

    /** What was stored by another version of Caspian is read from its source. */
    private static Schema compile(Class<?> client) {
        String text = text(client, SOURCE).orElseThrow(() -> new MissingSchemaException(client));
        return SchemaCompiler.compile(List.of(new SourceFile(SOURCE, text))).orThrow();
    }

    private static Optional<String> text(Class<?> client, String name) {
        try (InputStream resource = client.getResourceAsStream(name)) {
            return resource == null
                    ? Optional.empty()
                    : Optional.of(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the resource " + name + " beside " + client.getName() + ".", e);
        }
    }
}
