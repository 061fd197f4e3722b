package dev.caspian.codegen.name;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Names that must differ from each other. Confined to one generation. */
final class Scope {

    private final Set<String> taken = new HashSet<>();
    private final Predicate<String> refused;

    Scope(Predicate<String> refused) {
        this.refused = refused;
    }

    /** The name if it is free, else with as many underscores behind it as it takes. */
    String take(String wanted) {
        String name = wanted;
        while (refused.test(name) || !taken.add(name)) {
            name = name + "_";
        }
        return name;
    }

    boolean isFree(String name) {
        return !refused.test(name) && !taken.contains(name);
    }
}
