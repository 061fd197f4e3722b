package dev.caspian.psl.analyse;

import dev.caspian.diagnostic.Diagnostics;
import dev.caspian.diagnostic.Span;
import dev.caspian.psl.analyse.IndexSymbol.Column;
import dev.caspian.psl.ast.Expression;
import dev.caspian.psl.ast.FieldDeclaration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the fields that a {@code fields} or {@code references} argument lists. */
final class FieldLists {

    private final ModelSymbol model;
    private final Span attribute;
    private final Diagnostics diagnostics;

    /**
     * Looks in {@code model}.
     *
     * @param attribute where to report what is wrong with the list as a whole
     */
    FieldLists(ModelSymbol model, Span attribute, Diagnostics diagnostics) {
        this.model = model;
        this.attribute = attribute;
        this.diagnostics = diagnostics;
    }

    /**
     * What came of a list: the fields, unless some of the names were wrong.
     *
     * @param unknown the names of no field
     * @param notColumns the names of fields that are relations, or of an unknown type
     */
    record Resolved<T>(List<T> fields, List<String> unknown, List<String> notColumns) {

        boolean isSound() {
            return unknown.isEmpty() && notColumns.isEmpty();
        }
    }

    /** The fields of a relation. Empty if something was wrong that has been reported already. */
    Optional<Resolved<ScalarFieldSymbol>> scalarFields(Expression list) {
        Optional<List<String>> names = Values.array(list, Values::constant, diagnostics);
        if (names.isEmpty()) {
            return Optional.empty();
        }
        Resolved<ScalarFieldSymbol> resolved = new Resolved<>(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Set<ScalarFieldSymbol> seen = new HashSet<>();
        for (String name : names.get()) {
            ScalarFieldSymbol field = find(name, resolved);
            if (field != null) {
                if (!seen.add(field)) {
                    return repeated(name);
                }
                resolved.fields().add(field);
            }
        }
        return Optional.of(resolved);
    }

    /**
     * The columns of an index. Empty if something was wrong that has been reported already.
     *
     * @param intoComposites whether a path may lead into a composite type
     */
    Optional<Resolved<Column>> columns(Expression list, boolean intoComposites) {
        Optional<List<ColumnReader.Written>> written = Values.array(list, ColumnReader::read, diagnostics);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        Resolved<Column> resolved = new Resolved<>(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Set<String> seen = new HashSet<>();
        for (ColumnReader.Written column : written.get()) {
            String path = column.path();
            ScalarFieldSymbol field =
                    intoComposites && path.contains(".") ? follow(path, resolved) : find(path, resolved);
            if (field != null) {
                if (!seen.add(path)) {
                    return repeated(path);
                }
                resolved.fields().add(column.on(field));
            }
        }
        return Optional.of(resolved);
    }

    private <T> Optional<T> repeated(String name) {
        diagnostics.add(AttributeRule.REPEATED_FIELD.at(attribute, name));
        return Optional.empty();
    }

    private @Nullable ScalarFieldSymbol find(String name, Resolved<?> resolved) {
        FieldSymbol field = model.field(name).orElse(null);
        if (field instanceof ScalarFieldSymbol scalar) {
            return scalar;
        } else if (model.declares(name)) {
            resolved.notColumns().add(name);
        } else {
            resolved.unknown().add(name);
        }
        return null;
    }

    /** Follows a path such as {@code address.city}, and returns the field at its start. */
    private @Nullable ScalarFieldSymbol follow(String path, Resolved<?> resolved) {
        String[] names = path.split("\\.", -1);
        ScalarFieldSymbol root = find(names[0], resolved);
        if (root == null) {
            return null;
        }
        ColumnType type = root.type();
        for (int i = 1; i < names.length; i++) {
            ColumnType next = type instanceof ColumnType.Composite composite ? member(composite, names[i]) : null;
            if (next == null) {
                resolved.unknown().add(path);
                return null;
            }
            type = next;
        }
        return root;
    }

    private static @Nullable ColumnType member(ColumnType.Composite composite, String name) {
        for (Map.Entry<FieldDeclaration, ColumnType> field :
                composite.type().fields().entrySet()) {
            if (field.getKey().name().text().equals(name)) {
                return field.getValue();
            }
        }
        return null;
    }
}
