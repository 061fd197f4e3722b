package dev.caspian.psl.ast;

import dev.caspian.diagnostic.Span;
import org.jspecify.annotations.Nullable;

/**
 * The type of a field as written.
 *
 * @param base the name of the type; for {@code Unsupported("…")} the whole of it
 * @param unsupported the text within {@code Unsupported("…")}, or null
 * @param form how it is decorated
 * @param span the type with its decoration
 */
public record TypeExpression(Name base, @Nullable String unsupported, Form form, Span span) {

    /** How the base type is decorated. */
    public enum Form {
        REQUIRED(""),
        OPTIONAL("?"),
        LIST("[]"),
        /** {@code Type[]?}, which does not exist. */
        OPTIONAL_LIST("[]?"),
        /** {@code Type!} of Prisma 1. */
        LEGACY_REQUIRED(""),
        /** {@code [Type]} of Prisma 1. */
        LEGACY_LIST("[]");

        private final String suffix;

        Form(String suffix) {
            this.suffix = suffix;
        }
    }

    /** Whether the form is one that the language has today. */
    public boolean isCurrent() {
        return form == Form.REQUIRED || form == Form.OPTIONAL || form == Form.LIST;
    }

    /** The type as the formatter writes it. */
    public String source() {
        return base.text() + form.suffix;
    }
}
