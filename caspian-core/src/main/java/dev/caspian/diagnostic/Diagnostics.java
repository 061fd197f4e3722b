package dev.caspian.diagnostic;

import java.util.ArrayList;
import java.util.List;

/** Collects what is found while one schema is compiled. Confined to that compilation; not thread-safe. */
public final class Diagnostics {

    private final List<Diagnostic> found = new ArrayList<>();
    private boolean errors;

    public void add(Diagnostic diagnostic) {
        found.add(diagnostic);
        errors |= diagnostic.isError();
    }

    public void addAll(List<Diagnostic> diagnostics) {
        diagnostics.forEach(this::add);
    }

    public boolean hasErrors() {
        return errors;
    }

    /** Everything found so far: warnings first, then errors, each in the order in which they were found. */
    public List<Diagnostic> sorted() {
        List<Diagnostic> sorted = new ArrayList<>(found.size());
        found.stream().filter(diagnostic -> !diagnostic.isError()).forEach(sorted::add);
        found.stream().filter(Diagnostic::isError).forEach(sorted::add);
        return List.copyOf(sorted);
    }
}
