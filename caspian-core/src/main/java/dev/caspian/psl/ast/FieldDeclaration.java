package dev.caspian.psl.ast;

import dev.caspian.diagnostic.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a model, view or composite type that declares a field.
 *
 * @param legacyColon whether a colon follows the name, as in Prisma 1
 * @param type the type, or null if it is missing
 * @param trailingComment the comment at the end of the line, or null
 * @param documentation what the comments above and behind say, or null
 */
public record FieldDeclaration(
        Name name,
        boolean legacyColon,
        @Nullable TypeExpression type,
        List<Attribute> attributes,
        @Nullable Comment trailingComment,
        @Nullable String documentation,
        Span span)
        implements Member {

    public FieldDeclaration {
        attributes = List.copyOf(attributes);
    }

    /** Whether it declares a field, and not something that merely looks like one. */
    public boolean isWellFormed() {
        return !legacyColon && type != null && type.isCurrent();
    }

    /**
     * The type of a well-formed field.
     *
     * @throws IllegalStateException if the field is not well-formed
     */
    public TypeExpression wellFormedType() {
        if (type == null) {
            throw new IllegalStateException("The field `" + name + "` has no type.");
        }
        return type;
    }
}
