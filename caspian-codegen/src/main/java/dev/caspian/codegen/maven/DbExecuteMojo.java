package dev.caspian.codegen.maven;

import dev.caspian.codegen.migrate.Databases;
import dev.caspian.codegen.migrate.Dialogue;
import dev.caspian.codegen.migrate.Ending;
import dev.caspian.codegen.migrate.Project;
import dev.caspian.codegen.migrate.Wording;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Runs an SQL script in one transaction, without a place in the history. */
@Mojo(name = "db-execute", threadSafe = true)
@NullUnmarked // Maven sets the parameters.
public final class DbExecuteMojo extends ProjectMojo {

    /** The script. */
    @Parameter(property = "caspian.file")
    private @Nullable File file;

    @Override
    Ending run(Project.Place place, Dialogue dialogue) throws IOException {
        if (file == null) {
            throw new IllegalArgumentException("Say which script: -Dcaspian.file=FILE");
        }
        return new Databases(Project.open(place), Wording.MAVEN, dialogue)
                .execute(file.toString(), Files.readString(file.toPath()));
    }
}
