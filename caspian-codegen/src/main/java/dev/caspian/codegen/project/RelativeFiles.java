package dev.caspian.codegen.project;

import dev.caspian.diagnostic.SourceFile;
import dev.caspian.psl.SchemaFiles;
import java.nio.file.Path;
import java.util.List;

/** Reads schemas so that diagnostics give short paths, which a terminal makes links of. */
public final class RelativeFiles {

    private RelativeFiles() {}

    /**
     * Reads the files of a schema; those below the folder are named from there.
     *
     * @param schema a file, or a folder of files
     * @throws dev.caspian.psl.InvalidSchemaException if there is no file, or none that is text
     */
    public static List<SourceFile> read(Path schema, Path base) {
        return SchemaFiles.read(schema).stream()
                .map(file -> new SourceFile(name(Path.of(file.name()), base), file.text()))
                .toList();
    }

    /** The path from the base to a file that is below it; that of another file as it was given. */
    public static String name(Path file, Path base) {
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = base.toAbsolutePath().normalize();
        return absolute.startsWith(folder) ? folder.relativize(absolute).toString() : file.toString();
    }
}
