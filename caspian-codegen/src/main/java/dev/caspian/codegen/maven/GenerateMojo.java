package dev.caspian.codegen.maven;

import dev.caspian.codegen.project.ClientGeneration;
import dev.caspian.codegen.project.PackageChoice;
import dev.caspian.codegen.project.SchemaWatch;
import dev.caspian.codegen.write.ClientWriter;
import dev.caspian.diagnostic.DiagnosticRenderer;
import dev.caspian.migrate.SeedFile;
import dev.caspian.psl.InvalidSchemaException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * Generates the client of a Prisma schema, and adds it to the project: its sources, its schema, and the migrations and seeds
 * beside the schema, which the application finds on its class path.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
@NullUnmarked // Maven sets the parameters.
public final class GenerateMojo extends SchemaMojo {

    /** For which code a client is generated. */
    public enum Scope {
        main,
        test
    }

    /**
     * The Java package of the client. Without it, the {@code package} of the schema's generator block with the provider
     * {@code caspian}; without that, the project's group id and {@code .prisma}.
     */
    @Parameter(property = "caspian.package")
    private @Nullable String packageName;

    /** Whether the client is for the application ({@code main}) or for its tests only ({@code test}). */
    @Parameter(property = "caspian.scope", defaultValue = "main")
    private Scope scope;

    /** Where the sources are written: by default {@code target/generated-sources/caspian}. */
    @Parameter
    private @Nullable File outputDirectory;

    /** Where the resources are written: by default {@code target/generated-resources/caspian}. */
    @Parameter
    private @Nullable File resourcesDirectory;

    /** The migrations, which become resources of the project: by default the folder beside the schema. */
    @Parameter
    private @Nullable File migrations;

    /** Where the migrations and seeds are on the class path. Of two schemas of a project, one needs another folder. */
    @Parameter(property = "caspian.classpathFolder", defaultValue = "prisma")
    private String classpathFolder;

    /** Generates again whenever the schema changes, until it is interrupted. */
    @Parameter(property = "caspian.watch", defaultValue = "false")
    private boolean watch;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Override
    void run() throws IOException, MojoFailureException {
        Path sources = folder(outputDirectory, "sources");
        Path resources = folder(resourcesDirectory, "resources");
        Path memory = target().resolve("caspian").resolve(execution.getExecutionId() + ".generated");
        ClientGeneration generation = new ClientGeneration(
                schema(),
                startFolder(),
                new PackageChoice(packageName, suitablePackage()),
                new ClientWriter(sources, resources, memory));
        if (watch) {
            watch(generation);
        } else {
            report(generation.run());
        }
        addToProject(sources, resources);
    }

    private void watch(ClientGeneration generation) throws IOException {
        getLog().info("Watching " + schema() + ". To end: Ctrl-C");
        new SchemaWatch(schema()).run(() -> {
            try {
                report(generation.run());
            } catch (InvalidSchemaException invalid) {
                getLog().error(invalid.getMessage());
            }
        });
    }

    private Path target() {
        return Path.of(project().getBuild().getDirectory());
    }

    private Path folder(@Nullable File configured, String kind) {
        return configured != null
                ? configured.toPath()
                : target().resolve((scope == Scope.main ? "generated-" : "generated-test-") + kind)
                        .resolve("caspian");
    }

    /** None for {@code mvn caspian:generate}, which does not see what an execution of the goal is configured with. */
    private @Nullable String suitablePackage() {
        boolean isConfiguredElsewhere = execution.getSource() == MojoExecution.Source.CLI
                && execution.getPlugin().getExecutions().stream()
                        .anyMatch(other -> other.getGoals().contains("generate"));
        return isConfiguredElsewhere ? null : project().getGroupId().replace('-', '_') + ".prisma";
    }

    private void report(ClientGeneration.Outcome outcome) {
        if (outcome.wasUpToDate()) {
            getLog().info("The client is up to date.");
            return;
        }
        outcome.warnings()
                .forEach(warning -> getLog().warn(DiagnosticRenderer.plain().render(warning)));
        getLog().info("Generated " + outcome.packageName() + ".PrismaClient (" + outcome.files() + " files).");
    }

    private void addToProject(Path sources, Path resources) throws MojoFailureException {
        boolean isMain = scope == Scope.main;
        List<Resource> present = isMain ? project().getResources() : project().getTestResources();
        List<Resource> added = new ArrayList<>(List.of(resource(resources)));
        Path folder = migrations != null ? migrations.toPath() : schema().resolveSibling("migrations");
        if (Files.isDirectory(folder)) {
            Resource history = resource(folder);
            history.setTargetPath(classpathFolder + "/migrations");
            history.setIncludes(List.of("**/*.sql", "migration_lock.toml"));
            added.add(history);
        }
        Path seeds = schema().resolveSibling("");
        if (!SeedFile.in(seeds).isEmpty()) {
            Resource firstData = resource(seeds);
            firstData.setTargetPath(classpathFolder);
            firstData.setIncludes(List.of("seed.sql", "seed/*.sql"));
            added.add(firstData);
        }
        // Another execution may have added the same folder.
        added.removeIf(resource -> present.stream()
                .anyMatch(other -> other.getDirectory().equals(resource.getDirectory())
                        && Objects.equals(other.getTargetPath(), resource.getTargetPath())));
        for (Resource resource : added) {
            if (resource.getTargetPath() != null) {
                requireItsOwnPlace(resource);
            }
        }
        if (isMain) {
            project().addCompileSourceRoot(sources.toString());
            added.forEach(project()::addResource);
        } else {
            project().addTestCompileSourceRoot(sources.toString());
            added.forEach(project()::addTestResource);
        }
    }

    /** Or else the application would run the migrations of two schemas on one database. */
    private void requireItsOwnPlace(Resource resource) throws MojoFailureException {
        String place = "caspian." + resource.getTargetPath();
        Object other = project().getContextValue(place);
        if (other != null && !other.equals(resource.getDirectory())) {
            throw new MojoFailureException("Both `" + other + "` and `" + resource.getDirectory() + "` would be `"
                    + resource.getTargetPath()
                    + "` on the class path. Give one of the executions of the goal `generate`"
                    + " another folder: <classpathFolder>prisma/another</classpathFolder>.");
        }
        project().setContextValue(place, resource.getDirectory());
    }

    private static Resource resource(Path folder) {
        Resource resource = new Resource();
        resource.setDirectory(folder.toString());
        return resource;
    }
}
