package dev.caspian.migrate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A file of SQL that writes first data: {@code seed.sql}, or one of {@code seed/*.sql}, beside the schema.
 *
 * @param name what a person calls it: its path
 * @param script the text of the file
 */
public record SeedFile(String name, String script) {

    private static final String FILE = "seed.sql";
    private static final String FOLDER = "seed";

    /**
     * Those on disk: {@code seed.sql}, then those in the folder {@code seed} by their names.
     *
     * @param directory the folder of the schema
     * @throws UncheckedIOException if a file cannot be read
     */
    public static List<SeedFile> in(Path directory) {
        List<Path> files = new ArrayList<>();
        if (Files.exists(directory.resolve(FILE))) {
            files.add(directory.resolve(FILE));
        }
        Path folder = directory.resolve(FOLDER);
        try {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> entries = Files.list(folder)) {
                    entries.filter(entry -> entry.toString().endsWith(".sql"))
                            .sorted()
                            .forEach(files::add);
                }
            }
            List<SeedFile> seeds = new ArrayList<>();
            for (Path file : files) {
                seeds.add(new SeedFile(file.toString(), Files.readString(file)));
            }
            return seeds;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the seeds in `" + directory + "`: " + e.getMessage(), e);
        }
    }

    /**
     * Those among the resources of an application, also inside of its jar, in the same order.
     *
     * @param location the resource directory, for example {@code prisma}
     * @throws UncheckedIOException if a file cannot be read
     */
    public static List<SeedFile> onClasspath(String location, ClassLoader classLoader) {
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver(classLoader);
        try {
            List<SeedFile> seeds = new ArrayList<>();
            for (Resource resource : resolver.getResources("classpath*:" + location + "/" + FILE)) {
                seeds.add(seed(location + "/", resource));
            }
            Stream.of(resolver.getResources("classpath*:" + location + "/" + FOLDER + "/*.sql"))
                    .map(resource -> seed(location + "/" + FOLDER + "/", resource))
                    .sorted(Comparator.comparing(SeedFile::name))
                    .forEach(seeds::add);
            return seeds;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the seeds at `" + location + "` of the class path.", e);
        }
    }

    private static SeedFile seed(String folder, Resource resource) {
        String name = folder + resource.getFilename();
        try {
            return new SeedFile(name, resource.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the seed `" + name + "` of the class path.", e);
        }
    }
}
