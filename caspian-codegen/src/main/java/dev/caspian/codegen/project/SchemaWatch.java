package dev.caspian.codegen.project;

import dev.caspian.diagnostic.SourceFile;
import dev.caspian.psl.InvalidSchemaException;
import dev.caspian.psl.SchemaFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Watches the files of a schema. It looks at them again and again, which no operating system does better for a handful
 * of small files. Immutable.
 *
 * @param schema a file, or a folder of files
 */
public record SchemaWatch(Path schema) {

    private static final Duration PAUSE = Duration.ofMillis(300);

    /** What is done with the schema each time; it reports mistakes in the schema itself. */
    @FunctionalInterface
    public interface Work {
        void run() throws IOException;
    }

    /**
     * Does the work now, and again whenever a file has changed, until the thread is interrupted.
     *
     * @throws IOException what the work throws
     */
    public void run(Work work) throws IOException {
        List<SourceFile> seen = files();
        work.run();
        while (pause()) {
            List<SourceFile> present = files();
            if (!present.equals(seen)) {
                seen = present;
                work.run();
            }
        }
    }

    /** None while there are none: an editor may be about to write them. */
    private List<SourceFile> files() {
        try {
            return SchemaFiles.read(schema);
        } catch (InvalidSchemaException unreadable) {
            return List.of();
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
