package dev.caspian.codegen.write;

import dev.caspian.codegen.GeneratedClient;
import dev.caspian.codegen.GeneratedFile;
import dev.caspian.diagnostic.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes the files of one client, and remembers them: what did not change is not touched, so that incremental builds
 * stay so, and what is no longer generated is removed.
 */
public final class ClientWriter {

    private final Path sources;
    private final Path resources;
    private final Path memory;

    /**
     * Writes to these folders.
     *
     * @param sources the folder of the Java sources
     * @param resources the folder of the resources, which several clients may share
     * @param memory the file that remembers what was written, one for each client
     */
    public ClientWriter(Path sources, Path resources, Path memory) {
        this.sources = sources.toAbsolutePath().normalize();
        this.resources = resources.toAbsolutePath().normalize();
        this.memory = memory.toAbsolutePath().normalize();
    }

    /** A digest of all that decides what is generated. */
    public String fingerprint(List<SourceFile> schema, String options) {
        List<String> parts =
                new ArrayList<>(List.of(GeneratorVersion.current(), options, sources.toString(), resources.toString()));
        for (SourceFile file : schema) {
            parts.add(file.name());
            parts.add(file.text());
        }
        return Digest.of(parts.toArray(String[]::new));
    }

    /** Whether a client with this fingerprint has been written, and is still there unchanged. */
    public boolean isUpToDate(String fingerprint) throws IOException {
        Inventory inventory = Inventory.read(memory);
        return inventory.fingerprint().equals(fingerprint)
                && inventory.isIntact()
                && new ClientIndex(resources).contains(inventory.client());
    }

    /**
     * Writes a client.
     *
     * @throws IllegalArgumentException if the client has errors
     */
    public void write(GeneratedClient client, String fingerprint) throws IOException {
        if (client.hasErrors()) {
            throw new IllegalArgumentException("A client with errors has no files.");
        }
        Inventory earlier = Inventory.read(memory);
        // Until all is written the memory must not claim that it is.
        new Inventory("", earlier.client(), earlier.files()).write(memory);
        Map<Path, String> written = new LinkedHashMap<>();
        writeAll(sources, client.sources(), written);
        writeAll(resources, client.resources(), written);
        new ClientIndex(resources).replace(earlier.client(), client.factoryName());
        for (Path file : earlier.files().keySet()) {
            if (!written.containsKey(file)) {
                remove(file);
            }
        }
        new Inventory(fingerprint, client.factoryName(), written).write(memory);
    }

    private static void writeAll(Path folder, List<GeneratedFile> files, Map<Path, String> written) throws IOException {
        for (GeneratedFile generated : files) {
            Path file = folder.resolve(generated.path());
            if (!Files.isRegularFile(file) || !Files.readString(file).equals(generated.content())) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, generated.content());
            }
            written.put(file, Digest.of(generated.content()));
        }
    }

    private void remove(Path file) throws IOException {
        Files.deleteIfExists(file);
        Path folder = file.getParent();
        while (folder != null && !folder.equals(sources) && !folder.equals(resources) && isEmpty(folder)) {
            Files.delete(folder);
            folder = folder.getParent();
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
