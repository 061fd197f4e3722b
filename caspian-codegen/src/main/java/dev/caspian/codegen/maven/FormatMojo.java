package dev.caspian.codegen.maven;

import dev.caspian.codegen.project.FormattedSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.NullUnmarked;

/** Lays out the schema; or only checks that it is laid out, for continuous integration. */
@Mojo(name = "format", threadSafe = true)
@NullUnmarked // Maven sets the parameters.
public final class FormatMojo extends SchemaMojo {

    /** Changes nothing, and fails if a file would be changed. */
    @Parameter(property = "caspian.check", defaultValue = "${check}")
    private boolean check;

    @Override
    void run() throws IOException, MojoFailureException {
        FormattedSchema formatted = FormattedSchema.of(schema());
        List<Path> changed = formatted.changed();
        if (check && !changed.isEmpty()) {
            throw new MojoFailureException("Not formatted: "
                    + changed.stream().map(Path::toString).collect(Collectors.joining(", "))
                    + "\nTo format: mvn caspian:format");
        }
        formatted.write();
        getLog().info(changed.isEmpty() ? "The schema is formatted." : "Formatted the schema.");
    }
}
