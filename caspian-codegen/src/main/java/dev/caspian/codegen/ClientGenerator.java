package dev.caspian.codegen;

import dev.caspian.client.BundledSchema;
import dev.caspian.client.ClientFactory;
import dev.caspian.codegen.name.ClientNames;
import dev.caspian.codegen.name.Problem;
import dev.caspian.codegen.shape.ClientShape;
import dev.caspian.codegen.source.ClientSources;
import dev.caspian.schema.Schema;
import dev.caspian.schema.store.StoredSchema;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the Java client of a schema, in memory.
 *
 * <p>The same schema gives the same files, byte by byte. Thread-safe.
 */
public final class ClientGenerator {

    /** The index of what makes clients, one class name a line, by which an application finds them. */
    public static final String CLIENT_INDEX = "META-INF/services/" + ClientFactory.class.getName();

    private ClientGenerator() {}

    /**
     * Generates the client of a schema.
     *
     * @param schemaText the schema as written
     */
    public static GeneratedClient generate(Schema schema, String schemaText, GeneratorOptions options) {
        ClientNames names = new ClientNames(schema, options.packageName());
        String factoryName = names.factory().reflectionName();
        if (names.problems().stream().anyMatch(Problem::isError)) {
            return new GeneratedClient(factoryName, List.of(), List.of(), names.problems());
        }
        List<GeneratedFile> sources = new ArrayList<>();
        new ClientSources(new ClientShape(schema, names))
                .write()
                .forEach((path, content) -> sources.add(new GeneratedFile(path, content)));
        String folder = options.packageName().replace('.', '/');
        List<GeneratedFile> resources = List.of(
                new GeneratedFile(folder + "/" + BundledSchema.SOURCE, schemaText),
                new GeneratedFile(folder + "/" + BundledSchema.STORED, StoredSchema.write(schema)));
        return new GeneratedClient(factoryName, sources, resources, names.problems());
    }
}
