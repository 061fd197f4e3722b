package dev.caspian.codegen.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.DocumentationTool;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles sources as strictly as a careful application does. */
public final class Compilation {

    private final List<Diagnostic<? extends JavaFileObject>> diagnostics;

    private Compilation(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Compiles sources, given by their paths, into a folder. */
    public static Compilation of(Map<String, String> sources, Path classes) {
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
        DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
        List<JavaFileObject> units = new ArrayList<>();
        sources.forEach((path, text) -> units.add(new Source(path, text)));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(collector, Locale.ROOT, null)) {
            Files.createDirectories(classes);
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            List<String> options =
                    List.of("--release", "17", "-Xlint:all,-processing", "-Werror", "-proc:none", "-Xmaxerrs", "1000");
            compiler.getTask(null, files, collector, options, null, units).call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Compilation(collector.getDiagnostics());
    }

    /** Writes the documentation of sources, given by their paths, into a folder: every comment has to be correct. */
    public static Compilation documentation(Map<String, String> sources, Path folder) {
        DocumentationTool javadoc = Objects.requireNonNull(ToolProvider.getSystemDocumentationTool());
        DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
        List<JavaFileObject> units = new ArrayList<>();
        sources.forEach((path, text) -> units.add(new Source(path, text)));
        try (StandardJavaFileManager files = javadoc.getStandardFileManager(collector, Locale.ROOT, null)) {
            List<String> options = List.of("-d", folder.toString(), "-quiet", "-Xdoclint:all,-missing", "-noindex");
            javadoc.getTask(null, files, collector, null, options, units).call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Compilation(collector.getDiagnostics());
    }

    /** Every error and warning, as {@code path:line: message}. */
    public List<String> findings() {
        return diagnostics.stream()
                .map(diagnostic -> (diagnostic.getSource() == null
                                ? ""
                                : diagnostic.getSource().getName() + ":" + diagnostic.getLineNumber() + ": ")
                        + diagnostic.getMessage(Locale.ROOT))
                .toList();
    }

    /** The errors on a line of a source. */
    public List<String> errorsOn(String path, int line) {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .filter(diagnostic -> diagnostic.getSource() != null
                        && diagnostic.getSource().getName().endsWith(path)
                        && diagnostic.getLineNumber() == line)
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .toList();
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String path, String text) {
            super(URI.create("string:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
