package dev.caspian.codegen.maven;

import dev.caspian.error.FileFailure;
import dev.caspian.error.PrismaException;
import dev.caspian.psl.InvalidSchemaException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.dao.DataAccessException;

/** What the goals have in common: a schema, and mistakes that are told without a stack trace. */
@NullUnmarked // Maven sets the parameters.
abstract class SchemaMojo extends AbstractMojo {

    /** The schema: a file, or a folder whose {@code .prisma} files are one schema together. */
    @Parameter(property = "caspian.schema", defaultValue = "${project.basedir}/prisma/schema.prisma")
    private File schema;

    /** Does nothing. */
    @Parameter(property = "caspian.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped.");
            return;
        }
        try {
            run();
        } catch (InvalidSchemaException | IllegalArgumentException e) {
            throw new MojoFailureException(e.getMessage());
        } catch (IOException e) {
            throw new MojoExecutionException(FileFailure.message(e), e);
        } catch (DataAccessException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (RuntimeException e) {
            if (e instanceof PrismaException told) {
                throw new MojoFailureException(told.getMessage(), e);
            }
            throw e;
        }
    }

    abstract void run() throws IOException, MojoFailureException;

    final Path schema() {
        return schema.toPath();
    }

    final MavenProject project() {
        return project;
    }

    /** Whether the build may ask the person who started it. */
    final boolean isInteractive() {
        return session.getRequest().isInteractiveMode();
    }

    /** The folder in which the build was started; diagnostics give paths from there. */
    final Path startFolder() {
        return Path.of(session.getExecutionRootDirectory());
    }
}
