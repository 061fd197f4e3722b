package dev.caspian.codegen;

import dev.caspian.client.BundledSchema;
import dev.caspian.client.CaspianClient;
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

    /** The index of clients, one class name a line, by which an application finds them. */
    public static final String CLIENT_INDEX = "META-INF/services/" + CaspianClient.class.getName();

    private ClientGenerator() {}

    /**
     * Generates the client of a schema.
     *
     * @param schemaText the schema as written
     */
    public static GeneratedClient generate(Schema schema, String schemaText, GeneratorOptions options) {
        ClientNames names = new ClientNames(schema, options.packageName());
        String className = names.prismaClient().canonicalName();
        if (names.problems().stream().anyMatch(Problem::isError)) {
            return new GeneratedClient(className, List.of(), List.of(), names.problems());
        }
        List<GeneratedFile> sources = new ArrayList<>();
        new ClientSources(new ClientShape(schema, names))
                .write()
                .forEach((path, content) -> sources.add(new GeneratedFile(path, content)));
        String folder = options.packageName().replace('.', '/');
        List<GeneratedFile> resources = List.of(
                new GeneratedFile(folder + "/" + BundledSchema.SOURCE, schemaText),
                new GeneratedFile(folder + "/" + BundledSchema.STORED, StoredSchema.write(schema)));
        return new GeneratedClient(className, sources, resources, names.problems());
    }
}
