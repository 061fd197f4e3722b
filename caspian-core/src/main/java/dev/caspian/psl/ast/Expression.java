package dev.caspian.psl.ast;

import dev.caspian.diagnostic.Span;
import java.util.List;

/** A value in the text: an argument of an attribute or function, an array element, or what a property is set to. */
public sealed interface Expression {

    Span span();

    /** A short name of the kind of value, for messages. */
    String kind();

    /** The expression as the formatter would write it. */
    default String source() {
        return SourceWriter.write(this);
    }

    /** A quoted string; {@code value} is its content with the escapes resolved. */
    record StringLiteral(String value, Span span) implements Expression {
        @Override
        public String kind() {
            return "string";
        }
    }

    record NumberLiteral(String text, Span span) implements Expression {
        @Override
        public String kind() {
            return "number";
        }
    }

    /** A bare word or path: {@code true}, {@code Cascade}, a field or an enum value. */
    record Constant(String path, Span span) implements Expression {
        @Override
        public String kind() {
            return "name";
        }
    }

    record ArrayLiteral(List<Expression> elements, Span span) implements Expression {
        public ArrayLiteral {
            elements = List.copyOf(elements);
        }

        @Override
        public String kind() {
            return "array";
        }
    }

    record FunctionCall(String name, ArgumentList arguments, Span span) implements Expression {
        @Override
        public String kind() {
            return "function call";
        }
    }

    /** {@code { key: value }}, the condition of a partial index. */
    record ObjectLiteral(List<Entry> entries, Span span) implements Expression {
        public ObjectLiteral {
            entries = List.copyOf(entries);
        }

        @Override
        public String kind() {
            return "object";
        }
    }

    record Entry(Name key, Expression value) {}
}
