package dev.caspian.migrate.pull;

import dev.caspian.database.Column;
import dev.caspian.database.ColumnType;
import dev.caspian.database.DatabaseState;
import dev.caspian.database.QualifiedName;
import dev.caspian.database.Table;
import dev.caspian.migrate.ddl.MigrationDialect;
import dev.caspian.provider.ProviderTraits;
import dev.caspian.psl.analyse.PreviewFeature;
import dev.caspian.schema.Model;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What the writing of every block needs to know of the whole. */
final class PullContext {

    private final ExistingSchema existing;
    private final PulledNames names;
    private final Agreement agreement;
    private final ColumnText columns;
    private final KeyText keys;
    private final RelationText relations;
    private final List<RelationEnd> ends = new ArrayList<>();
    private final Set<QualifiedName> joinTables = new HashSet<>();

    PullContext(DatabaseState live, ExistingSchema existing, MigrationDialect dialect) {
        ProviderTraits traits = dialect.provider().traits();
        this.existing = existing;
        this.names = new PulledNames(live, existing, dialect.defaultNamespace());
        this.agreement = new Agreement(dialect.diffRules());
        this.columns = new ColumnText(names, traits, existing.datasource());
        this.keys = new KeyText(
                names,
                traits,
                agreement,
                existing.has(PreviewFeature.PARTIAL_INDEXES)
                        || existing.generator().isPresent());
        this.relations = new RelationText(names, traits);
        List<Link> links = new LinkReader(live, existing).links();
        Map<Link, LinkNames> linkNames = LinkNames.of(links, existing, names);
        for (Link link : links) {
            LinkNames given = Objects.requireNonNull(linkNames.get(link));
            ends.add(new RelationEnd(link, true, given.forward(), given.relation()));
            ends.add(new RelationEnd(link, false, given.back(), given.relation()));
            if (link instanceof Link.Join join) {
                joinTables.add(join.table().name());
            }
        }
    }

    ExistingSchema existing() {
        return existing;
    }

    PulledNames names() {
        return names;
    }

    Agreement agreement() {
        return agreement;
    }

    ColumnText columns() {
        return columns;
    }

    KeyText keys() {
        return keys;
    }

    RelationText relations() {
        return relations;
    }

    /** The relation fields of a table's model, in their order. */
    List<RelationEnd> endsOf(Table table) {
        return ends.stream()
                .filter(end -> end.table().name().equals(table.name()))
                .toList();
    }

    /** Whether the table is nothing but a relation between two others. */
    boolean isJoinTable(Table table) {
        return joinTables.contains(table.name());
    }

    /** Whether the client cannot have the table's model: by a person's wish, or because nothing tells its rows apart. */
    boolean isIgnored(Table table) {
        Optional<Model> model = existing.model(table.name());
        return model.filter(Model::ignored).isPresent() || !hasCriterion(table);
    }

    static boolean hasCriterion(Table table) {
        return (table.primaryKey() != null
                        && tellApart(table, table.primaryKey().columnNames()))
                || table.indexes().stream()
                        .anyMatch(index ->
                                index.isUnique() && index.condition() == null && tellApart(table, index.columnNames()));
    }

    private static boolean tellApart(Table table, List<String> columns) {
        return columns.stream()
                .allMatch(name ->
                        table.column(name).filter(PullContext::tellsApart).isPresent());
    }

    private static boolean tellsApart(Column column) {
        return column.isRequired() && !(column.type() instanceof ColumnType.Unsupported);
    }
}
