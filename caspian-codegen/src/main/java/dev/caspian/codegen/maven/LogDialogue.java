package dev.caspian.codegen.maven;

import dev.caspian.codegen.migrate.Dialogue;
import dev.caspian.codegen.migrate.Terminal;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/**
 * Talks through the log of the build; a result as a whole goes to the standard output, where {@code mvn -q} has nothing
 * beside it.
 *
 * @param interactive whether the build may ask questions
 */
record LogDialogue(Log log, boolean interactive) implements Dialogue {

    @Override
    public void say(String line) {
        log.info(line);
    }

    @Override
    public void remark(String line) {
        log.info(line);
    }

    @Override
    public void warn(String line) {
        log.warn(line);
    }

    @Override
    @SuppressWarnings("SystemOut") // It is the output that was asked for, and no message about it.
    public void write(String text) {
        System.out.print(text);
        System.out.flush();
    }

    @Override
    public Optional<String> ask(String question) {
        return interactive ? Terminal.ask(question) : Optional.empty();
    }
}
