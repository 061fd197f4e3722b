package dev.caspian.codegen.write;

import dev.caspian.codegen.ClientGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;

/** The list of what makes clients among the resources, which several generations of one module share. */
final class ClientIndex {

    private final Path file;

    ClientIndex(Path resources) {
        file = resources.resolve(ClientGenerator.CLIENT_INDEX);
    }

    boolean contains(String client) throws IOException {
        return Files.isRegularFile(file) && Files.readAllLines(file).contains(client);
    }

    /** Lists a client instead of the one that the same generation listed before. */
    void replace(String earlier, String client) throws IOException {
        TreeSet<String> clients = new TreeSet<>();
        if (Files.isRegularFile(file)) {
            clients.addAll(Files.readAllLines(file));
        }
        boolean changed = !earlier.equals(client) && clients.remove(earlier);
        if (clients.add(client) || changed) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, String.join("\n", clients) + "\n");
        }
    }
}
