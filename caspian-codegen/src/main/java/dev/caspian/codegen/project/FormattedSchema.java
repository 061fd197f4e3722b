package dev.caspian.codegen.project;

import dev.caspian.diagnostic.SourceFile;
import dev.caspian.psl.SchemaFiles;
import dev.caspian.psl.SchemaFormatter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A schema with the text that its files should have. */
public final class FormattedSchema {

    private final Map<SourceFile, String> formatted;

    private FormattedSchema(Map<SourceFile, String> formatted) {
        this.formatted = formatted;
    }

    /**
     * Reads a schema and lays it out.
     *
     * @param schema a file, or a folder of files
     * @throws dev.caspian.psl.InvalidSchemaException if there is no file, or none that is text
     */
    public static FormattedSchema of(Path schema) {
        return new FormattedSchema(SchemaFormatter.format(SchemaFiles.read(schema)));
    }

    /** The text of every file by its path. */
    public Map<Path, String> texts() {
        Map<Path, String> texts = new LinkedHashMap<>();
        formatted.forEach((file, text) -> texts.put(Path.of(file.name()), text));
        return texts;
    }

    /** The files whose text is another one. */
    public List<Path> changed() {
        List<Path> changed = new ArrayList<>();
        formatted.forEach((file, text) -> {
            if (!file.text().equals(text)) {
                changed.add(Path.of(file.name()));
            }
        });
        return changed;
    }

    /** Writes the files whose text is another one. */
    public void write() throws IOException {
        Map<Path, String> texts = texts();
        for (Path file : changed()) {
            Files.writeString(file, texts.getOrDefault(file, ""));
        }
    }
}
