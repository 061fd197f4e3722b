package dev.caspian.migrate;

import dev.caspian.diagnostic.SourceFile;
import dev.caspian.provider.Provider;
import dev.caspian.psl.SchemaCompiler;
import dev.caspian.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A schema, and what it becomes. The files in {@code src/test/resources/migrate-pairs} begin with a schema; behind each
 * line {@code //// title} stands what differs from it: blocks that replace those of the same name, and {@code - Name} for
 * those that go. A file whose name begins with that of a database is for this one, any other for all.
 */
record SchemaPair(Provider provider, String theme, String title, String before, String after) {

    private static final Path FOLDER = Path.of("src/test/resources/migrate-pairs");
    private static final Pattern BLOCK =
            Pattern.compile("^- (\\w+)$|(?:^/// .*\\n)*^(?:model|enum) (\\w+) \\{\\n(?s:.*?)^}$", Pattern.MULTILINE);

    static Stream<SchemaPair> of(Provider provider) {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<SchemaPair> pairs = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                String theme = file.getFileName().toString().replace(".prisma", "");
                boolean others = Stream.of(Provider.values())
                        .anyMatch(other -> other != provider && theme.startsWith(other.prismaName() + "-"));
                if (!others) {
                    pairs.addAll(read(provider, theme, Files.readString(file)));
                }
            }
            return pairs.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<SchemaPair> read(Provider provider, String theme, String text) {
        String[] sections = text.split("(?m)^//// ");
        String before = String.join("\n\n", blocks(Map.of(), sections[0]).values());
        List<SchemaPair> pairs = new ArrayList<>();
        for (int i = 1; i < sections.length; i++) {
            int end = sections[i].indexOf('\n');
            Map<String, String> after = blocks(blocks(Map.of(), sections[0]), sections[i].substring(end));
            pairs.add(new SchemaPair(
                    provider, theme, sections[i].substring(0, end), before, String.join("\n\n", after.values())));
        }
        return pairs;
    }

    private static Map<String, String> blocks(Map<String, String> base, String changes) {
        Map<String, String> blocks = new LinkedHashMap<>(base);
        Matcher matcher = BLOCK.matcher(changes);
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                blocks.remove(matcher.group(1));
            } else {
                blocks.put(matcher.group(2), matcher.group());
            }
        }
        return blocks;
    }

    Schema schemaBefore() {
        return compile(before);
    }

    Schema schemaAfter() {
        return compile(after);
    }

    private Schema compile(String models) {
        String head = "datasource db {\n  provider = \"" + provider.prismaName() + "\"\n}\ngenerator client {\n"
                + "  provider = \"caspian\"\n  previewFeatures = [\"partialIndexes\"]\n}\n";
        return SchemaCompiler.compile(List.of(new SourceFile("schema.prisma", head + models)))
                .orThrow();
    }

    @Override
    public String toString() {
        return theme + ": " + title;
    }
}
