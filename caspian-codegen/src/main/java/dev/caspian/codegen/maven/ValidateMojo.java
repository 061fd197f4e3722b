package dev.caspian.codegen.maven;

import dev.caspian.codegen.project.RelativeFiles;
import dev.caspian.diagnostic.DiagnosticRenderer;
import dev.caspian.psl.CompiledSchema;
import dev.caspian.psl.SchemaCompiler;
import org.apache.maven.plugins.annotations.Mojo;
import org.jspecify.annotations.NullUnmarked;

/** Checks the schema, and fails if it is not valid. */
@Mojo(name = "validate", threadSafe = true)
@NullUnmarked // Maven sets the parameters.
public final class ValidateMojo extends SchemaMojo {

    @Override
    void run() {
        CompiledSchema compiled = SchemaCompiler.compile(RelativeFiles.read(schema(), startFolder()));
        compiled.warnings()
                .forEach(warning -> getLog().warn(DiagnosticRenderer.plain().render(warning)));
        compiled.orThrow();
        getLog().info("The schema is valid.");
    }
}
