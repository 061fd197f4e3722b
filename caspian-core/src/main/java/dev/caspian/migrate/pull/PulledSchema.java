package dev.caspian.migrate.pull;

import dev.caspian.diagnostic.SourceFile;
import java.util.List;

/**
 * The schema of a live database ({@code prisma db pull}).
 *
 * @param files every file of the schema with its new text, formatted; a new file comes last
 * @param changed whether some text is another one than before
 * @param models how many models the schema has
 * @param enums how many enums the schema has
 * @param warnings what the schema could not take over from the database, in sentences for a person
 */
public record PulledSchema(List<SourceFile> files, boolean changed, int models, int enums, List<String> warnings) {

    public PulledSchema {
        files = List.copyOf(files);
        warnings = List.copyOf(warnings);
    }
}
