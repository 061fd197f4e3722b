package dev.caspian.psl;

import dev.caspian.diagnostic.Diagnostic;
import dev.caspian.diagnostic.Diagnostics;
import dev.caspian.diagnostic.SourceFile;
import dev.caspian.diagnostic.Span;
import dev.caspian.error.FileFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads the files of a schema: a single one, or every {@code *.prisma} below a folder. */
public final class SchemaFiles {

    private static final int MAXIMUM_MEBIBYTES = 5;
    private static final int MAXIMUM_BYTES = MAXIMUM_MEBIBYTES * 1024 * 1024;
    private static final String EXTENSION = ".prisma";

    private SchemaFiles() {}

    /**
     * Reads a schema.
     *
     * @param fileOrFolder a file, or a folder whose files are taken in the order of their paths
     * @throws InvalidSchemaException if there is no file, or one of them is no text in UTF-8 or larger than 5 MiB
     */
    public static List<SourceFile> read(Path fileOrFolder) {
        List<SourceFile> files = new ArrayList<>();
        long size = 0;
        for (Path path : paths(fileOrFolder)) {
            size += size(path);
            if (size > MAXIMUM_BYTES) {
                throw invalid(FileRule.TOO_LARGE, path, MAXIMUM_MEBIBYTES);
            }
            files.add(new SourceFile(path.toString(), text(path)));
        }
        return files;
    }

    private static List<Path> paths(Path fileOrFolder) {
        if (Files.isRegularFile(fileOrFolder)) {
            return List.of(fileOrFolder);
        } else if (!Files.isDirectory(fileOrFolder)) {
            throw invalid(FileRule.NO_FILE, fileOrFolder, fileOrFolder);
        }
        try (Stream<Path> below = Files.walk(fileOrFolder, FileVisitOption.FOLLOW_LINKS)) {
            List<Path> paths = below.filter(
                            path -> path.getFileName().toString().endsWith(EXTENSION))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
            if (paths.isEmpty()) {
                throw invalid(FileRule.NO_FILE_IN_FOLDER, fileOrFolder, fileOrFolder);
            }
            return paths;
        } catch (UncheckedIOException e) {
            throw unreadable(fileOrFolder, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw unreadable(fileOrFolder, e);
        }
    }

    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static String text(Path path) {
        try {
            byte[] bytes = Files.readAllBytes(path);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            InvalidSchemaException invalid = invalid(FileRule.NOT_TEXT, path);
            invalid.initCause(e);
            throw invalid;
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static InvalidSchemaException unreadable(Path path, IOException cause) {
        InvalidSchemaException invalid = invalid(FileRule.UNREADABLE, path, FileFailure.reason(cause));
        invalid.initCause(cause);
        return invalid;
    }

    private static InvalidSchemaException invalid(FileRule rule, Path path, Object... particulars) {
        Span span = new Span(new SourceFile(path.toString(), ""), 0, 0);
        return new InvalidSchemaException(List.of(rule.at(span, particulars)));
    }

    /** Reports texts that are not worth parsing. Returns whether they are. */
    static boolean check(List<SourceFile> files, Diagnostics diagnostics) {
        SourceFile first = files.isEmpty() ? new SourceFile("schema.prisma", "") : files.get(0);
        if (files.stream().allMatch(file -> file.text().isBlank())) {
            diagnostics.add(FileRule.EMPTY_SCHEMA.at(new Span(first, 0, 0)));
            return false;
        }
        List<Diagnostic> found = new ArrayList<>();
        long size = 0;
        for (SourceFile file : files) {
            size += file.text().length();
            if (size > MAXIMUM_BYTES) {
                found.add(FileRule.TOO_LARGE.at(new Span(file, 0, 0), MAXIMUM_MEBIBYTES));
                break;
            }
            if (file.text().startsWith("\uFEFF")) {
                found.add(FileRule.BYTE_ORDER_MARK.at(new Span(file, 0, 1)));
            }
        }
        diagnostics.addAll(found);
        return found.isEmpty();
    }
}
