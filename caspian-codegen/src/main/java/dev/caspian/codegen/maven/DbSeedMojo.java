package dev.caspian.codegen.maven;

import dev.caspian.codegen.migrate.Databases;
import dev.caspian.codegen.migrate.Dialogue;
import dev.caspian.codegen.migrate.Ending;
import dev.caspian.codegen.migrate.LastWord;
import dev.caspian.codegen.migrate.Project;
import dev.caspian.codegen.migrate.Wording;
import dev.caspian.codegen.project.SeederSearch;
import dev.caspian.codegen.project.SeedingApplication;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.loader.tools.MainClassFinder;

/**
 * Writes the first data: the SQL files {@code seed.sql} and {@code seed/*.sql} beside the schema. If the project has
 * {@code PrismaSeeder} beans, its application is started instead, writes its files and what the beans write, and ends.
 */
@Mojo(name = "db-seed", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
@NullUnmarked // Maven sets the parameters.
public final class DbSeedMojo extends ProjectMojo {

    private static final String APPLICATION = "org.springframework.boot.autoconfigure.SpringBootApplication";

    /**
     * The main class of the application: by default the one with {@code @SpringBootApplication}. If it is given, the
     * application is started even if the project itself has no {@code PrismaSeeder}, because another module may have it.
     */
    @Parameter(property = "caspian.mainClass")
    private @Nullable String mainClass;

    /** What the application is told besides, separated by commas. */
    @Parameter(property = "caspian.arguments")
    private @Nullable List<String> arguments;

    @Override
    Ending run(Project.Place place, Dialogue dialogue) throws IOException, MojoFailureException {
        File classes = new File(project().getBuild().getOutputDirectory());
        if (mainClass == null && !SeederSearch.findsAny(classes.toPath())) {
            return new Databases(Project.open(place), Wording.MAVEN, dialogue).seed();
        }
        List<String> program = List.of("-cp", classPath(), mainClass != null ? mainClass : mainClass(classes));
        List<String> besides = arguments == null ? List.of() : arguments;
        SeedingApplication seeding = new SeedingApplication(program, besides, place.base(), place.url());
        int exitCode = LastWord.during(seeding::run, SeedingApplication.undone(Wording.MAVEN.db("seed")), dialogue);
        if (exitCode != 0) {
            dialogue.warn("The application ended with the exit code " + exitCode + ".");
        }
        return exitCode == 0 ? Ending.DONE : Ending.REFUSED;
    }

    @Override
    String failure() {
        return "Not everything was written. The reason is above.";
    }

    private String classPath() throws MojoFailureException {
        try {
            return String.join(File.pathSeparator, project().getRuntimeClasspathElements());
        } catch (DependencyResolutionRequiredException e) {
            throw new MojoFailureException("The class path of the application cannot be resolved.", e);
        }
    }

    private static String mainClass(File classes) throws IOException {
        try {
            String found = MainClassFinder.findSingleMainClass(classes, APPLICATION);
            if (found != null) {
                return found;
            }
        } catch (IllegalStateException e) {
            throw new IllegalArgumentException(e.getMessage() + ". Say which: -Dcaspian.mainClass=NAME", e);
        }
        throw new IllegalArgumentException("The project has a PrismaSeeder, but no main class with"
                + " @SpringBootApplication that could run it. Name one: -Dcaspian.mainClass=NAME");
    }
}
