package dev.caspian.query;

import java.util.Collection;

/**
 * A {@code String} field. Wildcards in the text that is searched for have no meaning.
 *
 * @param <M> the model
 */
public class StringField<M> extends OrderedField<M, String> {

    public StringField(String model, String name) {
        super(model, name);
    }

    @Override
    public Condition.Text<M> eq(String value) {
        return text(Comparison.EQ, value);
    }

    @Override
    public Condition.Text<M> eq(TypedField<M, String> other) {
        return new Condition.CompareFields<>(this, Comparison.EQ, field(other), false);
    }

    @Override
    public Condition.Text<M> ne(String value) {
        return text(Comparison.NE, value);
    }

    @Override
    public Condition.Text<M> ne(TypedField<M, String> other) {
        return new Condition.CompareFields<>(this, Comparison.NE, field(other), false);
    }

    public final Condition.Text<M> contains(String text) {
        return text(Comparison.CONTAINS, text);
    }

    public final Condition.Text<M> contains(TypedField<M, String> other) {
        return new Condition.CompareFields<>(this, Comparison.CONTAINS, field(other), false);
    }

    public final Condition.Text<M> startsWith(String text) {
        return text(Comparison.STARTS_WITH, text);
    }

    public final Condition.Text<M> startsWith(TypedField<M, String> other) {
        return new Condition.CompareFields<>(this, Comparison.STARTS_WITH, field(other), false);
    }

    public final Condition.Text<M> endsWith(String text) {
        return text(Comparison.ENDS_WITH, text);
    }

    public final Condition.Text<M> endsWith(TypedField<M, String> other) {
        return new Condition.CompareFields<>(this, Comparison.ENDS_WITH, field(other), false);
    }

    @Override
    public Condition.Text<M> in(Collection<? extends String> values) {
        return new Condition.In<>(this, false, false, elements(values));
    }

    @Override
    public Condition.Text<M> notIn(Collection<? extends String> values) {
        return new Condition.In<>(this, true, false, elements(values));
    }

    private Condition.Text<M> text(Comparison comparison, String value) {
        return new Condition.Compare<>(this, comparison, notNull(value), false);
    }
}
