package dev.caspian.codegen.maven;

import dev.caspian.codegen.migrate.Wording;
import dev.caspian.codegen.project.NewProject;
import dev.caspian.codegen.project.RelativeFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Begins a project: writes {@code prisma/schema.prisma}, {@code .env} and {@code .gitignore}. */
@Mojo(name = "init", requiresProject = false, threadSafe = true)
@NullUnmarked // Maven sets the parameters.
public final class InitMojo extends AbstractMojo {

    /** {@code sqlite}, {@code postgresql}, {@code mysql} or {@code cockroachdb}; by default that of the address. */
    @Parameter(property = "caspian.datasourceProvider")
    private @Nullable String datasourceProvider;

    /** The address of the database, as Prisma writes it. */
    @Parameter(property = "caspian.url")
    private @Nullable String url;

    /** The Java package of the client, if the build does not name it. */
    @Parameter(property = "caspian.package")
    private @Nullable String packageName;

    /** Begins with a model to try things with. */
    @Parameter(property = "caspian.withModel", defaultValue = "false")
    private boolean withModel;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        File base = project.getBasedir();
        // As a person in the folder would write the files, who started the build there.
        Path folder = Path.of(base == null ? "" : RelativeFiles.name(base.toPath(), Path.of("")));
        try {
            new NewProject(folder, NewProject.provider(datasourceProvider, url), url, packageName, withModel)
                    .write()
                    .forEach(file -> getLog().info("Wrote " + file + "."));
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(e.getMessage());
        } catch (IOException e) {
            throw new MojoExecutionException("A file could not be written: " + e.getMessage(), e);
        }
        getLog().info(Wording.MAVEN.afterInit(withModel));
    }
}
