package dev.caspian.psl.rule;

import dev.caspian.diagnostic.Diagnostics;
import dev.caspian.diagnostic.Rule;
import dev.caspian.diagnostic.Span;
import dev.caspian.provider.Capability;
import dev.caspian.provider.ProviderTraits;
import dev.caspian.psl.analyse.Configuration;
import dev.caspian.psl.analyse.ConstraintNames;
import dev.caspian.psl.analyse.ReferentialActions;
import dev.caspian.psl.analyse.SchemaSymbols;

/** What the rules look at, and where they report. Confined to one check of one schema. */
final class RuleContext {

    private final SchemaSymbols symbols;
    private final Diagnostics diagnostics;
    private final ProviderTraits traits;
    private final ConstraintNames names;
    private final ReferentialActions actions;
    private final NameScopes scopes;
    private final RelationGraph graph;

    RuleContext(SchemaSymbols symbols, Diagnostics diagnostics) {
        this.symbols = symbols;
        this.diagnostics = diagnostics;
        this.traits = symbols.configuration().traits();
        this.names = new ConstraintNames(traits);
        this.actions = new ReferentialActions(symbols.configuration());
        this.scopes = NameScopes.of(symbols, traits, names);
        this.graph = new RelationGraph(symbols, actions);
    }

    SchemaSymbols symbols() {
        return symbols;
    }

    Configuration configuration() {
        return symbols.configuration();
    }

    ProviderTraits traits() {
        return traits;
    }

    boolean can(Capability capability) {
        return traits.can(capability);
    }

    ConstraintNames names() {
        return names;
    }

    ReferentialActions actions() {
        return actions;
    }

    /** How often each name of a constraint occurs. */
    NameScopes scopes() {
        return scopes;
    }

    RelationGraph graph() {
        return graph;
    }

    boolean hasErrors() {
        return diagnostics.hasErrors();
    }

    void report(Rule rule, Span span, Object... particulars) {
        diagnostics.add(rule.at(span, particulars));
    }
}
