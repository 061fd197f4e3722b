package dev.caspian.migrate.pull;

import dev.caspian.diagnostic.SourceFile;
import java.nio.file.Path;
import java.util.List;

/** Where models go that the schema did not have. Stateless. */
final class NewModels {

    private static final String FILE = "introspected.prisma";

    private NewModels() {}

    /** The name of the file: the only one, or one of its own in the folder that holds them all. */
    static String home(List<SourceFile> files) {
        if (files.size() == 1) {
            return files.get(0).name();
        }
        Path folder = Path.of(files.get(0).name()).getParent();
        for (SourceFile file : files) {
            while (folder != null && !Path.of(file.name()).startsWith(folder)) {
                folder = folder.getParent();
            }
        }
        return folder == null ? FILE : folder.resolve(FILE).toString();
    }
}
