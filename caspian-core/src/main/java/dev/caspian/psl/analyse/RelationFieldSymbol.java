package dev.caspian.psl.analyse;

import dev.caspian.diagnostic.Span;
import dev.caspian.psl.ast.Attribute;
import dev.caspian.psl.ast.FieldDeclaration;
import dev.caspian.schema.ReferentialAction;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One end of a relation, as a field. Compared by identity. */
public final class RelationFieldSymbol implements FieldSymbol {

    private final ModelSymbol model;
    private final FieldDeclaration syntax;
    private final ModelSymbol target;
    private boolean ignored;
    private RelationArguments arguments = RelationArguments.NONE;

    RelationFieldSymbol(ModelSymbol model, FieldDeclaration syntax, ModelSymbol target) {
        this.model = model;
        this.syntax = syntax;
        this.target = target;
    }

    void ignore() {
        ignored = true;
    }

    void arguments(RelationArguments arguments) {
        this.arguments = arguments;
    }

    @Override
    public ModelSymbol model() {
        return model;
    }

    @Override
    public FieldDeclaration syntax() {
        return syntax;
    }

    @Override
    public boolean isIgnored() {
        return ignored;
    }

    /** The model on the other end. */
    public ModelSymbol target() {
        return target;
    }

    /** The {@code @relation}, if there is one. */
    public Optional<Attribute> attribute() {
        return Optional.ofNullable(arguments.attribute());
    }

    /** The name given in {@code @relation}. */
    public Optional<String> explicitName() {
        return Optional.ofNullable(arguments.name());
    }

    /** The name of the relation, given or made from the names of its two models. */
    public String relationName() {
        String name = arguments.name();
        if (name != null) {
            return name;
        }
        String own = model.name();
        String other = target.name();
        return own.compareTo(other) < 0 ? own + "To" + other : other + "To" + own;
    }

    /** What {@code fields} says, if it is given. */
    public Optional<List<ScalarFieldSymbol>> fields() {
        return Optional.ofNullable(arguments.fields());
    }

    /** What {@code references} says, if it is given. */
    public Optional<List<ScalarFieldSymbol>> references() {
        return Optional.ofNullable(arguments.references());
    }

    public boolean hasFields() {
        return fields().filter(fields -> !fields.isEmpty()).isPresent();
    }

    public boolean hasReferences() {
        return references().filter(references -> !references.isEmpty()).isPresent();
    }

    public Optional<Action> onDelete() {
        return Optional.ofNullable(arguments.onDelete());
    }

    public Optional<Action> onUpdate() {
        return Optional.ofNullable(arguments.onUpdate());
    }

    public boolean hasActions() {
        return arguments.onDelete() != null || arguments.onUpdate() != null;
    }

    /** The name of the foreign key, if one is given. */
    public Optional<String> mappedName() {
        return Optional.ofNullable(arguments.mappedName());
    }

    /** Where the given argument of {@code @relation} stands, or the field if it has none. */
    public Span spanOf(String argument) {
        return attribute()
                .flatMap(attribute -> attribute.argumentSpan(argument))
                .orElse(syntax.span());
    }

    /** A referential action, where it is written. */
    public record Action(ReferentialAction action, Span span) {}

    /** What {@code @relation} says; null for what it does not say. */
    record RelationArguments(
            @Nullable Attribute attribute,
            @Nullable String name,
            @Nullable List<ScalarFieldSymbol> fields,
            @Nullable List<ScalarFieldSymbol> references,
            @Nullable Action onDelete,
            @Nullable Action onUpdate,
            @Nullable String mappedName) {

        static final RelationArguments NONE = new RelationArguments(null, null, null, null, null, null, null);
    }

    @Override
    public String toString() {
        return model.name() + "." + name();
    }
}
