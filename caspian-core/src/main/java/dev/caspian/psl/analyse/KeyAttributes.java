package dev.caspian.psl.analyse;

import dev.caspian.diagnostic.Diagnostics;
import dev.caspian.provider.IndexAlgorithm;
import dev.caspian.psl.analyse.FieldLists.Resolved;
import dev.caspian.psl.analyse.IndexSymbol.Column;
import dev.caspian.psl.ast.Expression;
import dev.caspian.schema.Arity;
import dev.caspian.schema.Index.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code @id}, {@code @@id}, {@code @unique}, {@code @@unique}, {@code @@index} and {@code @@fulltext}. */
final class KeyAttributes {

    private KeyAttributes() {}

    static void fieldId(ScalarFieldSymbol field, AttributeArguments id) {
        ModelSymbol model = field.model();
        if (model.primaryKey().isPresent()) {
            id.diagnostics()
                    .add(AttributeRule.SECOND_ID.at(model.syntax().name().span(), model));
        } else {
            String map = id.name("map");
            Integer length = id.length();
            IndexSymbol.Sort sort = id.sort();
            Column column = new Column(field.name(), field, sort, length, null);
            model.primaryKey(new IndexSymbol(
                    Kind.PRIMARY_KEY,
                    model,
                    id.attribute(),
                    true,
                    List.of(column),
                    null,
                    map,
                    null,
                    id.clustered(),
                    null));
        }
        id.finish();
    }

    /** Only here is it known whether the model is ignored, which makes an optional id acceptable. */
    static void checkFieldIdArity(ModelSymbol model, Diagnostics diagnostics) {
        Optional<IndexSymbol> id =
                model.primaryKey().filter(IndexSymbol::ofField).filter(key -> !model.isIgnored());
        if (id.isPresent()) {
            ScalarFieldSymbol field = id.get().fields().get(0);
            if (field.arity() != Arity.REQUIRED) {
                String suffix = field.arity() == Arity.LIST ? "[]" : "?";
                diagnostics.add(
                        AttributeRule.OPTIONAL_ID.at(id.get().attribute().span(), field.name(), suffix));
            }
        }
    }

    static void modelId(ModelSymbol model, AttributeArguments id) {
        columns(model, id, false).ifPresent(columns -> {
            checkIdFields(model, columns, id);
            Diagnostics diagnostics = id.diagnostics();
            if (model.primaryKey().isPresent()) {
                diagnostics.add(
                        AttributeRule.ID_AND_BLOCK_ID.at(model.syntax().name().span(), model));
            }
            String map = id.name("map");
            String name = clientName(id);
            model.primaryKey(new IndexSymbol(
                    Kind.PRIMARY_KEY, model, id.attribute(), false, columns, name, map, null, id.clustered(), null));
        });
        id.finish();
    }

    private static void checkIdFields(ModelSymbol model, List<Column> columns, AttributeArguments id) {
        String loose = columns.stream()
                .map(Column::field)
                .filter(field -> field.arity() != Arity.REQUIRED)
                .map(field -> "`" + field.name() + "`")
                .collect(Collectors.joining(", "));
        if (!loose.isEmpty() && !model.isIgnored()) {
            id.diagnostics()
                    .add(AttributeRule.OPTIONAL_FIELD_IN_ID.at(id.attribute().span(), loose));
        }
    }

    static void fieldUnique(ScalarFieldSymbol field, AttributeArguments unique) {
        String map = unique.name("map");
        Integer length = unique.length();
        IndexSymbol.Sort sort = unique.sort();
        Column column = new Column(field.name(), field, sort, length, null);
        Boolean clustered = unique.clustered();
        field.model()
                .add(new IndexSymbol(
                        Kind.UNIQUE,
                        field.model(),
                        unique.attribute(),
                        true,
                        List.of(column),
                        null,
                        map,
                        null,
                        clustered,
                        IndexCondition.read(field.model(), unique)));
        unique.finish();
    }

    static void modelIndex(ModelSymbol model, Kind kind, AttributeArguments index) {
        // An index whose fields are wrong is kept without columns, so that its other arguments are checked as well.
        List<Column> columns = columns(model, index, true).orElse(List.of());
        String clientName = null;
        String map;
        IndexAlgorithm algorithm = null;
        if (kind == Kind.INDEX) {
            map = nameOrMap(index);
            algorithm = algorithm(index);
        } else if (kind == Kind.UNIQUE) {
            clientName = index.name("name");
            map = index.name("map");
            checkClientName(clientName, index);
        } else {
            map = index.name("map");
        }
        Boolean clustered = kind == Kind.FULLTEXT ? null : index.clustered();
        Expression condition = kind == Kind.FULLTEXT ? null : IndexCondition.read(model, index);
        model.add(new IndexSymbol(
                kind, model, index.attribute(), false, columns, clientName, map, algorithm, clustered, condition));
        index.finish();
    }

    /** {@code map}, or {@code name} as it was called once. */
    private static @Nullable String nameOrMap(AttributeArguments index) {
        String name = index.name("name");
        String map = index.name("map");
        if (name != null && map != null) {
            index.diagnostics()
                    .add(AttributeRule.NAME_AND_MAP.at(index.attribute().span()));
            return null;
        }
        return name != null ? name : map;
    }

    private static @Nullable IndexAlgorithm algorithm(AttributeArguments index) {
        Optional<String> written = index.optional("type").flatMap(value -> Values.constant(value, index.diagnostics()));
        Optional<IndexAlgorithm> algorithm = written.flatMap(IndexAlgorithm::named);
        if (written.isPresent() && algorithm.isEmpty()) {
            index.diagnostics()
                    .add(AttributeRule.UNKNOWN_INDEX_TYPE.at(index.attribute().span(), written.get()));
        }
        return algorithm.orElse(null);
    }

    private static @Nullable String clientName(AttributeArguments key) {
        String name = key.name("name");
        checkClientName(name, key);
        return name;
    }

    private static void checkClientName(@Nullable String name, AttributeArguments key) {
        if (name != null && !name.matches("[_a-zA-Z0-9]*")) {
            key.diagnostics()
                    .add(AttributeRule.INVALID_CLIENT_NAME.at(
                            key.attribute().span(), key.attribute().displayName()));
        }
    }

    /** The columns that {@code fields} lists. Empty if some of them were wrong, which has then been reported. */
    static Optional<List<Column>> columns(ModelSymbol model, AttributeArguments key, boolean intoComposites) {
        return key.required("fields")
                .flatMap(list -> sound(model, list, key, lists(model, key).columns(list, intoComposites)));
    }

    /** The fields that {@code list} names, without arguments. Empty if some of them were wrong. */
    static Optional<List<ScalarFieldSymbol>> fields(ModelSymbol model, Expression list, AttributeArguments key) {
        return sound(model, list, key, lists(model, key).scalarFields(list));
    }

    private static FieldLists lists(ModelSymbol model, AttributeArguments key) {
        return new FieldLists(model, key.attribute().span(), key.diagnostics());
    }

    private static <T> Optional<List<T>> sound(
            ModelSymbol model, Expression list, AttributeArguments key, Optional<Resolved<T>> resolved) {
        if (resolved.isEmpty()) {
            return Optional.empty();
        }
        Diagnostics diagnostics = key.diagnostics();
        List<String> unknown = resolved.get().unknown();
        if (!unknown.isEmpty()) {
            diagnostics.add(AttributeRule.UNKNOWN_FIELD.at(list.span(), model, quoted(unknown)));
        }
        List<String> others = resolved.get().notColumns();
        if (!others.isEmpty()) {
            String suggestion = suggestion(model, others, key);
            diagnostics.add(AttributeRule.NOT_A_COLUMN.at(key.attribute().span(), quoted(others), suggestion));
        }
        return resolved.get().isSound() ? Optional.of(resolved.get().fields()) : Optional.empty();
    }

    private static String suggestion(ModelSymbol model, List<String> relations, AttributeArguments key) {
        String columns = model.relationFields().stream()
                .filter(relation -> relations.contains(relation.name()))
                .flatMap(relation -> relation.fields().stream().flatMap(List::stream))
                .map(ScalarFieldSymbol::name)
                .collect(Collectors.joining(", "));
        return columns.isEmpty() ? "" : " Write `" + key.attribute().displayName() + "([" + columns + "])`.";
    }

    static String quoted(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }
}
