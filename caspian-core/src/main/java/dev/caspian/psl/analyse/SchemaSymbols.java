package dev.caspian.psl.analyse;

import dev.caspian.psl.ast.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that a schema declares, as far as it could be made out. Filled phase by phase while one schema is compiled,
 * and not thread-safe until then.
 */
public final class SchemaSymbols {

    private final List<Document> documents;
    private final List<ModelSymbol> models = new ArrayList<>();
    private final List<EnumSymbol> enums = new ArrayList<>();
    private final List<CompositeSymbol> composites = new ArrayList<>();
    private List<RelationSymbol> relations = List.of();
    private Configuration configuration = Configuration.EMPTY;

    SchemaSymbols(List<Document> documents) {
        this.documents = List.copyOf(documents);
    }

    public List<Document> documents() {
        return documents;
    }

    void add(ModelSymbol model) {
        models.add(model);
    }

    void add(EnumSymbol type) {
        enums.add(type);
    }

    void add(CompositeSymbol type) {
        composites.add(type);
    }

    void relations(List<RelationSymbol> relations) {
        this.relations = List.copyOf(relations);
    }

    void configuration(Configuration configuration) {
        this.configuration = configuration;
    }

    /** Models and views in the order of the schema. */
    public List<ModelSymbol> models() {
        return models;
    }

    /** The models, and behind them the views: the order in which rules are checked. */
    public List<ModelSymbol> modelsBeforeViews() {
        return Stream.concat(
                        models.stream().filter(model -> !model.isView()),
                        models.stream().filter(ModelSymbol::isView))
                .toList();
    }

    public List<EnumSymbol> enums() {
        return enums;
    }

    public List<CompositeSymbol> composites() {
        return composites;
    }

    public List<RelationSymbol> relations() {
        return relations;
    }

    public Configuration configuration() {
        return configuration;
    }
}
