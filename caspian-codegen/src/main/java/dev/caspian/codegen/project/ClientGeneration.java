package dev.caspian.codegen.project;

import dev.caspian.codegen.ClientGenerator;
import dev.caspian.codegen.GeneratedClient;
import dev.caspian.codegen.GeneratorOptions;
import dev.caspian.codegen.name.Problem;
import dev.caspian.codegen.write.ClientWriter;
import dev.caspian.diagnostic.Diagnostic;
import dev.caspian.diagnostic.SourceFile;
import dev.caspian.psl.CompiledSchema;
import dev.caspian.psl.InvalidSchemaException;
import dev.caspian.psl.SchemaCompiler;
import dev.caspian.schema.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** From the files of a schema to the files of its client: what the Maven goal and the command have in common. */
public final class ClientGeneration {

    private final Path schema;
    private final Path base;
    private final PackageChoice packages;
    private final ClientWriter writer;

    /**
     * Prepares a generation.
     *
     * @param schema a file, or a folder of files
     * @param base the folder from which diagnostics give the path of a file
     */
    public ClientGeneration(Path schema, Path base, PackageChoice packages, ClientWriter writer) {
        this.schema = schema;
        this.base = base;
        this.packages = packages;
        this.writer = writer;
    }

    /**
     * What came of it.
     *
     * @param packageName the package of the client; empty if nothing had changed since the last time
     * @param files how many files the client has
     * @param warnings what is unusual about the schema or about its names in Java
     */
    public record Outcome(String packageName, int files, List<Diagnostic> warnings) {

        /** Whether nothing had to be done. */
        public boolean wasUpToDate() {
            return packageName.isEmpty();
        }
    }

    /**
     * Generates the client, unless it is there already.
     *
     * @throws InvalidSchemaException if the schema has errors, or Java cannot be made of it
     * @throws IllegalArgumentException if nothing names a package for the client, or names it badly
     */
    public Outcome run() throws IOException {
        List<SourceFile> files = RelativeFiles.read(schema, base);
        String fingerprint = writer.fingerprint(files, packages.toString());
        if (writer.isUpToDate(fingerprint)) {
            return new Outcome("", 0, List.of());
        }
        CompiledSchema compiled = SchemaCompiler.compile(files);
        Schema valid = compiled.orThrow();
        String packageName = packages.choose(valid).orElseThrow(() -> new IllegalArgumentException("""
                        No package is named for the client. Give one, or add to the schema:

                        generator client {
                          provider = "caspian"
                          package  = "com.example.app.db"
                        }
                        """));
        String text = files.stream().map(SourceFile::text).collect(Collectors.joining("\n"));
        GeneratedClient client = ClientGenerator.generate(valid, text, new GeneratorOptions(packageName));
        List<Diagnostic> found = located(client.problems(), files);
        if (client.hasErrors()) {
            throw new InvalidSchemaException(
                    found.stream().filter(Diagnostic::isError).toList());
        }
        writer.write(client, fingerprint);
        List<Diagnostic> warnings = new ArrayList<>(compiled.warnings());
        warnings.addAll(found);
        return new Outcome(packageName, client.sources().size(), List.copyOf(warnings));
    }

    private static List<Diagnostic> located(List<Problem> problems, List<SourceFile> files) {
        ElementLocator locator = new ElementLocator(files);
        return problems.stream()
                .map(problem -> problem.at(locator.find(problem.element())))
                .toList();
    }
}
