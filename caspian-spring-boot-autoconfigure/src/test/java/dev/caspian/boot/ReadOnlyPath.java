package dev.caspian.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A file or folder that this process may not write, until it is closed. */
record ReadOnlyPath(Path path) implements AutoCloseable {

    /** Takes the rights away; from a superuser, for whom rights are nothing, by an attribute of the file system. */
    static ReadOnlyPath make(Path path) {
        ReadOnlyPath made = new ReadOnlyPath(path);
        if (!path.toFile().setWritable(false) || Files.isWritable(path)) {
            made.attribute("+i");
        }
        Assumptions.assumeFalse(Files.isWritable(path), "This user may write everything, and has no `chattr`");
        return made;
    }

    private void attribute(String change) {
        try {
            new ProcessBuilder("chattr", change, path.toString())
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            Assumptions.abort("This user may write everything, and has no `chattr`: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        if (!path.toFile().setWritable(true)) {
            attribute("-i");
            path.toFile().setWritable(true);
        }
    }
}
