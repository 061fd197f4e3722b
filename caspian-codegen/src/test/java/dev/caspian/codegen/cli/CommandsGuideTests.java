package dev.caspian.codegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The guide names every command, goal and flag that there is. */
class CommandsGuideTests {

    private static final Path GUIDE = Path.of("..", "docs", "guide", "commands.md");

    private final String guide = Files.readString(GUIDE);

    CommandsGuideTests() throws IOException {}

    @Test
    void namesEveryCommandAndFlag() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        List<String> names = new ArrayList<>();
        collect(CaspianCommand.commandLine(nowhere, nowhere), "", names);
        assertThat(names)
                .contains("`migrate dev`", "--shadow-database-url")
                .allSatisfy(name -> assertThat(guide).contains(name));
    }

    private static void collect(CommandLine command, String parent, List<String> names) {
        command.getSubcommands().forEach((name, subcommand) -> {
            String whole = parent + name;
            if (subcommand.getSubcommands().isEmpty()) {
                names.add("`" + whole + "`");
            }
            subcommand.getCommandSpec().options().stream()
                    .map(OptionSpec::longestName)
                    .filter(option -> !List.of("--help", "--version").contains(option))
                    .filter(option -> !option.endsWith("-schema-datamodel"))
                    .forEach(names::add);
            collect(subcommand, whole + " ", names);
        });
    }

    @Test
    void namesEveryGoalAndProperty() throws IOException {
        String descriptor = new String(
                Objects.requireNonNull(CommandsGuideTests.class.getResourceAsStream("/META-INF/maven/plugin.xml"))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        List<String> names = new ArrayList<>(found(descriptor, "<goal>([\\w-]+)</goal>").stream()
                .map(goal -> "caspian:" + goal)
                .toList());
        names.addAll(found(descriptor, "\\$\\{(caspian\\.\\w+)}"));
        assertThat(names)
                .contains("caspian:migrate-dev", "caspian.url")
                .allSatisfy(name -> assertThat(guide).contains(name));
    }

    private static List<String> found(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .distinct()
                .toList();
    }
}
