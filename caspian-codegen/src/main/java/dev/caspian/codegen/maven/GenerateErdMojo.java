package dev.caspian.codegen.maven;

import dev.caspian.codegen.project.DrawnSchema;
import dev.caspian.diagnostic.DiagnosticRenderer;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.NullUnmarked;

/** Draws the models of the schema and their relations, as a diagram of Mermaid. */
@Mojo(name = "generate-erd", threadSafe = true)
@NullUnmarked // Maven sets the parameters.
public final class GenerateErdMojo extends SchemaMojo {

    /** The file to write. In one that ends with {@code .md} the diagram is a code block of Markdown. */
    @Parameter(property = "caspian.output", defaultValue = "${project.basedir}/prisma/erd.md")
    private File output;

    @Override
    void run() throws IOException {
        DrawnSchema drawn = DrawnSchema.of(schema(), startFolder());
        drawn.warnings()
                .forEach(warning -> getLog().warn(DiagnosticRenderer.plain().render(warning)));
        drawn.write(output.toPath());
        getLog().info("Wrote " + output + ".");
    }
}
