package dev.caspian.codegen.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an earlier generation left behind, kept in a file: its fingerprint, the files with their digests, and the client
 * in the index. Immutable.
 *
 * <p>The format is ours and may change: a file that cannot be read counts as none.
 */
record Inventory(String fingerprint, String client, Map<Path, String> files) {

    static final Inventory NONE = new Inventory("", "", Map.of());

    static Inventory read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return NONE;
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 2) {
            return NONE;
        }
        Map<Path, String> files = new LinkedHashMap<>();
        for (String line : lines.subList(2, lines.size())) {
            int space = line.indexOf(' ');
            if (space < 0) {
                return NONE;
            }
            files.put(Path.of(line.substring(space + 1)), line.substring(0, space));
        }
        return new Inventory(lines.get(0), lines.get(1), files);
    }

    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of(fingerprint, client));
        files.forEach((path, digest) -> lines.add(digest + " " + path));
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
    }

    /** Whether every file is still there as it was written. */
    boolean isIntact() throws IOException {
        for (Map.Entry<Path, String> entry : files.entrySet()) {
            if (!Files.isRegularFile(entry.getKey())
                    || !Digest.of(Files.readString(entry.getKey())).equals(entry.getValue())) {
                return false;
            }
        }
        return true;
    }
}
