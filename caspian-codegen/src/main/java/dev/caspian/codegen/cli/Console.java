package dev.caspian.codegen.cli;

import dev.caspian.codegen.migrate.Dialogue;
import dev.caspian.codegen.migrate.Terminal;
import dev.caspian.diagnostic.Diagnostic;
import dev.caspian.diagnostic.DiagnosticRenderer;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** Writes for a person: results to the output, all else to the error output, with colours on a terminal only. */
final class Console implements Dialogue {

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean colour;

    Console(CommandLine command) {
        out = command.getOut();
        err = command.getErr();
        // picocli knows terminals, NO_COLOR and CLICOLOR_FORCE.
        colour = command.getColorScheme().ansi().enabled();
    }

    @Override
    public void say(String line) {
        out.println(line);
    }

    @Override
    public void remark(String line) {
        err.println(line);
    }

    @Override
    public void warn(String line) {
        err.println(line);
    }

    @Override
    public void write(String text) {
        out.print(text);
        out.flush();
    }

    @Override
    public Optional<String> ask(String question) {
        return Terminal.ask(question);
    }

    void fail(String message) {
        err.println((colour ? "\u001b[1;91merror\u001b[0m" : "error") + ": " + message);
    }

    void show(List<Diagnostic> diagnostics) {
        DiagnosticRenderer renderer = colour ? DiagnosticRenderer.coloured() : DiagnosticRenderer.plain();
        err.print(renderer.render(diagnostics));
        err.flush();
    }
}
