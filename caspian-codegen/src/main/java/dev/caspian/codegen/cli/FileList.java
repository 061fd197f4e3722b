package dev.caspian.codegen.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A text file that lists schemas, one path a line; {@code -} is the standard input. */
final class FileList {

    private static final String STANDARD_INPUT = "-";

    private FileList() {}

    static List<Path> read(String list) throws IOException {
        String text = list.equals(STANDARD_INPUT)
                ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                : Files.readString(Path.of(list));
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(Path::of)
                .toList();
    }
}
