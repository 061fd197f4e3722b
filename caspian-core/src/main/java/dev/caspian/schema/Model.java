package dev.caspian.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A {@code model} or {@code view} block. Immutable, compared by identity. */
public final class Model {

    private final String name;
    private final String databaseName;
    private final @Nullable String namespace;
    private final @Nullable String documentation;
    private final boolean view;
    private final boolean ignored;
    private final Map<String, Field> fields;
    private final List<ScalarField> scalarFields;
    private final List<RelationField> relationFields;
    private final List<Index> indexes;

    /**
     * Makes a model from its parts.
     *
     * @param name the name in the schema
     * @param databaseName the table's name: the name, or what {@code @@map} says
     * @param namespace the database schema from {@code @@schema}, or null for the default one
     * @param documentation the {@code ///} comment, or null
     * @param view whether it is a {@code view}
     * @param ignored whether {@code @@ignore} keeps it out of the client
     * @param fields in the order of the schema
     * @param indexes in the order in which migrations create them: the primary key, field-level uniques in field order,
     *     {@code @@index}es, {@code @@unique}s, {@code @@fulltext}s
     */
    public Model(
            String name,
            String databaseName,
            @Nullable String namespace,
            @Nullable String documentation,
            boolean view,
            boolean ignored,
            List<? extends Field> fields,
            List<Index> indexes) {
        this.name = name;
        this.databaseName = databaseName;
        this.namespace = namespace;
        this.documentation = documentation;
        this.view = view;
        this.ignored = ignored;
        this.fields = new LinkedHashMap<>();
        for (Field field : fields) {
            this.fields.put(field.name(), field);
        }
        this.scalarFields = only(ScalarField.class, fields);
        this.relationFields = only(RelationField.class, fields);
        this.indexes = List.copyOf(indexes);
    }

    public String name() {
        return name;
    }

    public String databaseName() {
        return databaseName;
    }

    public @Nullable String namespace() {
        return namespace;
    }

    public @Nullable String documentation() {
        return documentation;
    }

    public boolean isView() {
        return view;
    }

    public boolean ignored() {
        return ignored;
    }

    /** All fields, in the order of the schema. */
    public List<Field> fields() {
        return List.copyOf(fields.values());
    }

    public List<ScalarField> scalarFields() {
        return scalarFields;
    }

    public List<RelationField> relationFields() {
        return relationFields;
    }

    private static <F extends Field> List<F> only(Class<F> kind, List<? extends Field> fields) {
        List<F> found = new ArrayList<>(fields.size());
        for (Field field : fields) {
            if (kind.isInstance(field)) {
                found.add(kind.cast(field));
            }
        }
        return List.copyOf(found);
    }

    /**
     * The field of this name.
     *
     * @throws IllegalArgumentException if there is no such field
     */
    public Field field(String name) {
        Field field = fields.get(name);
        if (field == null) {
            throw new IllegalArgumentException("The model `" + this.name + "` has no field `" + name + "`.");
        }
        return field;
    }

    /**
     * The scalar field of this name.
     *
     * @throws IllegalArgumentException if there is no such scalar field
     */
    public ScalarField scalarField(String name) {
        if (field(name) instanceof ScalarField scalar) {
            return scalar;
        }
        throw new IllegalArgumentException("The field `" + this.name + "." + name + "` is a relation, not a scalar.");
    }

    /**
     * The relation field of this name.
     *
     * @throws IllegalArgumentException if there is no such relation field
     */
    public RelationField relationField(String name) {
        if (field(name) instanceof RelationField relation) {
            return relation;
        }
        throw new IllegalArgumentException("The field `" + this.name + "." + name + "` is a scalar, not a relation.");
    }

    /** Primary key and indexes, in the order in which migrations create them. */
    public List<Index> indexes() {
        return indexes;
    }

    /** The {@code @id} or {@code @@id}. Empty for a model whose unique criterion is a {@code @unique}, and for views. */
    public Optional<Index> primaryKey() {
        return indexes.stream()
                .filter(index -> index.kind() == Index.Kind.PRIMARY_KEY)
                .findFirst();
    }

    /**
     * The keys by which the client selects one record: the primary key first, then the uniques that cover every row.
     */
    public List<Index> uniqueKeys() {
        return indexes.stream()
                .filter(index -> index.isUnique() && index.condition() == null)
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
