package dev.caspian.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.diagnostic.SourceFile;
import dev.caspian.psl.SchemaCompiler;
import dev.caspian.psl.SchemaFormatter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds the guide to its samples: what it shows is, but for white space, what {@link GuideTests} and the other tests of this
 * package compile and run.
 */
class GuideSamplesTests {

    private static final Pattern SAMPLE = Pattern.compile("^```java\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern SCHEMA =
            Pattern.compile("^```prisma\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final String DATASOURCE = "datasource db {\n  provider = \"sqlite\"\n}\n\n";
    private static final Pattern CALL = Pattern.compile("^\\|.* \\| `(prisma\\.[^`…]+)`", Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)");

    private record Page(Path file, String text) {

        List<String> matches(Pattern pattern) {
            List<String> matches = new ArrayList<>();
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                matches.add(matcher.group(1));
            }
            return matches;
        }
    }

    private static List<Page> pages(String directory) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(directory))) {
            List<Page> pages = new ArrayList<>();
            for (Path file : files.filter(name -> name.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                pages.add(new Page(file, Files.readString(file)));
            }
            return pages;
        }
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s+", "");
    }

    /** All that is compiled and run. */
    private static String sources() throws IOException {
        StringBuilder sources = new StringBuilder();
        for (String directory :
                List.of("dev/caspian/docs", "com/example/shop", "com/example/extending", "com/example/replicas")) {
            try (Stream<Path> files = Files.walk(Path.of("src/test/java", directory))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    sources.append(Files.readString(file));
                }
            }
        }
        return sources.toString();
    }

    @TestFactory
    Stream<DynamicTest> everySampleIsRun() throws IOException {
        String source = withoutSpace(sources());
        return pages("guide").stream()
                .flatMap(page -> page.matches(SAMPLE).stream()
                        .map(sample -> DynamicTest.dynamicTest(
                                page.file() + ": " + sample.lines().findFirst().orElse(""),
                                () -> assertThat(source).contains(withoutSpace(sample)))));
    }

    /** Red when a table shows a call that no test makes. */
    @Test
    void everyCallInTheTablesOfOtherToolsIsRun() throws IOException {
        String source = withoutSpace(sources());
        List<Page> tables = pages("guide").stream()
                .filter(page -> page.file().getFileName().toString().startsWith("coming-from-"))
                .toList();
        assertThat(tables)
                .hasSize(2)
                .allSatisfy(page -> assertThat(page.matches(CALL))
                        .hasSizeGreaterThan(10)
                        .allSatisfy(call -> assertThat(source).contains(withoutSpace(call))));
    }

    /** Those without a datasource are for any database. */
    @TestFactory
    Stream<DynamicTest> everySchemaIsValidAndLaidOut() throws IOException {
        return pages("guide").stream()
                .flatMap(page -> page.matches(SCHEMA).stream()
                        .map(schema -> DynamicTest.dynamicTest(
                                page.file() + ": " + schema.lines().findFirst().orElse(""), () -> {
                                    String whole = schema.contains("datasource ") ? schema : DATASOURCE + schema;
                                    List<SourceFile> files = List.of(new SourceFile("schema.prisma", whole));
                                    assertThat(SchemaCompiler.compile(files).diagnostics())
                                            .isEmpty();
                                    assertThat(SchemaFormatter.format(files)).containsValue(whole);
                                })));
    }

    @Test
    void theGuideHasSamples() throws IOException {
        assertThat(pages("guide").stream()
                        .mapToInt(page -> page.matches(SAMPLE).size())
                        .sum())
                .isGreaterThan(10);
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        for (String directory : List.of("guide", ".", "..")) {
            for (Page page : pages(directory)) {
                for (String link : page.matches(LINK)) {
                    assertThat(page.file().resolveSibling(link))
                            .as("in " + page.file())
                            .exists();
                }
            }
        }
    }
}
