package dev.caspian.codegen.project;

import dev.caspian.codegen.diagram.EntityDiagram;
import dev.caspian.diagnostic.Diagnostic;
import dev.caspian.psl.CompiledSchema;
import dev.caspian.psl.SchemaCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A schema as a diagram of Mermaid.
 *
 * @param diagram the diagram, which ends with a line break
 * @param warnings what is unusual about the schema
 */
public record DrawnSchema(String diagram, List<Diagnostic> warnings) {

    public DrawnSchema {
        warnings = List.copyOf(warnings);
    }

    /**
     * Draws a schema.
     *
     * @param schema a file, or a folder of files
     * @param base the folder from which diagnostics give the path of a file
     * @throws dev.caspian.psl.InvalidSchemaException if the schema has errors
     */
    public static DrawnSchema of(Path schema, Path base) {
        CompiledSchema compiled = SchemaCompiler.compile(RelativeFiles.read(schema, base));
        return new DrawnSchema(EntityDiagram.of(compiled.orThrow()), compiled.warnings());
    }

    /** Writes the diagram to a file: into a code block if the file is Markdown, which Git hosts show as a picture. */
    public void write(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        boolean isMarkdown = file.toString().endsWith(".md");
        Files.writeString(file, isMarkdown ? "```mermaid\n" + diagram + "```\n" : diagram);
    }
}
