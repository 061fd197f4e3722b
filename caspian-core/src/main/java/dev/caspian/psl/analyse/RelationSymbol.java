package dev.caspian.psl.analyse;

import dev.caspian.schema.Arity;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Two relation fields that belong together, or one whose other end is missing. */
public sealed interface RelationSymbol {

    /** An implicit many-to-many relation. {@code a} belongs to the model whose name comes first. */
    record ManyToMany(RelationFieldSymbol a, RelationFieldSymbol b) implements RelationSymbol {

        /** The join table's name, before it is cut to what the database allows. */
        public String tableName() {
            return "_" + a.relationName();
        }
    }

    /**
     * A one-to-one or one-to-many relation.
     *
     * @param oneToOne whether no end is a list
     * @param forward the end that holds the foreign key, or null if it is missing
     * @param back the other end, or null if it is missing
     */
    record Inline(
            boolean oneToOne,
            @Nullable RelationFieldSymbol forward,
            @Nullable RelationFieldSymbol back) implements RelationSymbol {

        public Optional<RelationFieldSymbol> forwardField() {
            return Optional.ofNullable(forward);
        }

        public Optional<RelationFieldSymbol> backField() {
            return Optional.ofNullable(back);
        }

        /** The model that holds the foreign key. */
        public ModelSymbol referencingModel() {
            return forward != null ? forward.model() : present(back).target();
        }

        /** The model that the foreign key refers to. */
        public ModelSymbol referencedModel() {
            return forward != null ? forward.target() : present(back).model();
        }

        /** The fields of the foreign key, if they are given. */
        public Optional<List<ScalarFieldSymbol>> fields() {
            return forwardField().flatMap(RelationFieldSymbol::fields);
        }

        /** The fields that the foreign key refers to: those given, or the first key that has only required fields. */
        public List<ScalarFieldSymbol> references() {
            return forwardField()
                    .flatMap(RelationFieldSymbol::references)
                    .or(() -> referencedModel().uniqueCriteria().stream()
                            .map(IndexSymbol::fields)
                            .filter(Inline::allRequired)
                            .findFirst())
                    .orElse(List.of());
        }

        private static boolean allRequired(List<ScalarFieldSymbol> fields) {
            return fields.stream().noneMatch(field -> field.arity() == Arity.OPTIONAL);
        }

        private static RelationFieldSymbol present(@Nullable RelationFieldSymbol field) {
            if (field == null) {
                throw new IllegalStateException("A relation without fields");
            }
            return field;
        }
    }
}
