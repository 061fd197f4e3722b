package dev.caspian.psl.rule;

import dev.caspian.provider.ConstraintScope;
import dev.caspian.provider.ProviderTraits;
import dev.caspian.psl.analyse.ConstraintNames;
import dev.caspian.psl.analyse.IndexSymbol;
import dev.caspian.psl.analyse.ModelSymbol;
import dev.caspian.psl.analyse.RelationFieldSymbol;
import dev.caspian.psl.analyse.RelationSymbol;
import dev.caspian.psl.analyse.SchemaSymbols;
import dev.caspian.psl.ast.Name;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How often the name of a constraint or index occurs within each scope in which it must be unique. */
final class NameScopes {

    private static final Set<ConstraintScope> OF_TABLE =
            EnumSet.of(ConstraintScope.TABLE_INDEX, ConstraintScope.TABLE_ALL);
    private static final Set<ConstraintScope> WITH_INDEXES = EnumSet.of(
            ConstraintScope.GLOBAL_INDEX,
            ConstraintScope.GLOBAL_PRIMARY_KEY_AND_INDEX,
            ConstraintScope.TABLE_INDEX,
            ConstraintScope.TABLE_ALL);
    private static final Set<ConstraintScope> WITH_PRIMARY_KEYS =
            EnumSet.of(ConstraintScope.GLOBAL_PRIMARY_KEY_AND_INDEX, ConstraintScope.TABLE_ALL);
    private static final Set<ConstraintScope> WITH_FOREIGN_KEYS =
            EnumSet.of(ConstraintScope.GLOBAL_FOREIGN_KEY, ConstraintScope.TABLE_ALL);

    /** The kind of thing that has a name. It decides in which scopes a clash is its to report. */
    enum Holder {
        PRIMARY_KEY,
        INDEX,
        FOREIGN_KEY;

        boolean reportsIn(ConstraintScope scope) {
            return switch (this) {
                case PRIMARY_KEY -> WITH_PRIMARY_KEYS.contains(scope);
                // With foreign keys in the same scope, it is for these to report a clash.
                case INDEX -> WITH_INDEXES.contains(scope) && scope != ConstraintScope.TABLE_ALL;
                case FOREIGN_KEY -> WITH_FOREIGN_KEYS.contains(scope);
            };
        }
    }

    /**
     * A name within a scope.
     *
     * @param place the model for scopes of one table, or the name of the database schema, or null for the default one
     */
    private record Key(ConstraintScope scope, @Nullable Object place, String name) {}

    private final Map<Key, Integer> counts = new HashMap<>();
    private final Set<ConstraintScope> scopes;

    private NameScopes(Set<ConstraintScope> scopes) {
        this.scopes = scopes;
    }

    static NameScopes of(SchemaSymbols symbols, ProviderTraits traits, ConstraintNames names) {
        NameScopes counted = new NameScopes(traits.constraintScopes());
        for (ModelSymbol model : symbols.models()) {
            Optional<String> primaryKey = model.primaryKey().flatMap(names::primaryKey);
            primaryKey.ifPresent(name -> counted.count(name, model, WITH_PRIMARY_KEYS));
            for (IndexSymbol index : model.indexes()) {
                counted.count(names.index(index), model, WITH_INDEXES);
            }
        }
        for (RelationSymbol relation : symbols.relations()) {
            if (relation instanceof RelationSymbol.Inline inline) {
                // A relation of which only the list is there counts with the table of the list, as it does in Prisma.
                ModelSymbol table = inline.forwardField()
                        .or(inline::backField)
                        .map(RelationFieldSymbol::model)
                        .orElseThrow();
                counted.count(names.foreignKey(inline), table, inline.referencingModel(), WITH_FOREIGN_KEYS);
            }
        }
        return counted;
    }

    private void count(String name, ModelSymbol model, Set<ConstraintScope> within) {
        count(name, model, model, within);
    }

    private void count(String name, ModelSymbol table, ModelSymbol model, Set<ConstraintScope> within) {
        for (ConstraintScope scope : scopes) {
            boolean ofTable = OF_TABLE.contains(scope);
            if (within.contains(scope) && !(ofTable && table.isView())) {
                counts.merge(key(scope, ofTable ? table : model, name), 1, Integer::sum);
            }
        }
    }

    private static Key key(ConstraintScope scope, ModelSymbol model, String name) {
        Object place = OF_TABLE.contains(scope)
                ? model
                : model.namespace().map(Name::text).orElse(null);
        return new Key(scope, place, name);
    }

    /** The scopes in which {@code name}, of a holder in {@code model}, occurs more than once. */
    List<ConstraintScope> clashes(Holder holder, String name, ModelSymbol model) {
        return scopes.stream()
                .sorted()
                .filter(holder::reportsIn)
                .filter(scope -> counts.getOrDefault(key(scope, model, name), 0) > 1)
                .toList();
    }
}
