package dev.caspian.psl.ast;

import dev.caspian.diagnostic.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code keyword name { … }}.
 *
 * @param documentation what the comment directly above says, or null
 * @param members everything between the braces, in the order of the text
 */
public record Block(Keyword keyword, Name name, @Nullable String documentation, List<Member> members, Span span)
        implements Item {

    public Block {
        members = List.copyOf(members);
    }

    /** What a block declares. */
    public enum Keyword {
        MODEL("model"),
        VIEW("view"),
        TYPE("type"),
        ENUM("enum"),
        DATASOURCE("datasource"),
        GENERATOR("generator");

        private final String text;

        Keyword(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** The well-formed fields of a model, view or composite type. */
    public List<FieldDeclaration> fields() {
        return only(FieldDeclaration.class).stream()
                .filter(FieldDeclaration::isWellFormed)
                .toList();
    }

    /** The {@code @@} attributes. */
    public List<Attribute> attributes() {
        return only(BlockAttribute.class).stream()
                .map(BlockAttribute::attribute)
                .toList();
    }

    /** The values of an enum. */
    public List<ValueDeclaration> values() {
        return only(ValueDeclaration.class);
    }

    /** The properties of a datasource or generator. */
    public List<Property> properties() {
        return only(Property.class);
    }

    private <M extends Member> List<M> only(Class<M> kind) {
        return members.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
