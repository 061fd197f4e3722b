package dev.caspian.codegen;

import dev.caspian.codegen.name.Problem;
import java.util.List;

/**
 * What a schema was made into.
 *
 * @param factoryName the class that makes the client, to be listed in {@link ClientGenerator#CLIENT_INDEX}
 * @param sources Java sources; none if there is an error among the problems
 * @param resources what the client reads at run time: its schema
 * @param problems what could not be generated, or not under its own name
 */
public record GeneratedClient(
        String factoryName, List<GeneratedFile> sources, List<GeneratedFile> resources, List<Problem> problems) {

    public GeneratedClient {
        sources = List.copyOf(sources);
        resources = List.copyOf(resources);
        problems = List.copyOf(problems);
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }
}
