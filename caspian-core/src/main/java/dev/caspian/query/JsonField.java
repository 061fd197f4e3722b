package dev.caspian.query;

/**
 * A {@code Json} field.
 *
 * @param <M> the model
 */
public class JsonField<M> extends TypedField<M, Json> {

    public JsonField(String model, String name) {
        super(model, name);
    }

    /** A place in the document: names of objects, and positions of arrays as numerals. */
    public final JsonPath<M> path(String... steps) {
        return new JsonPath<>(this, Given.all(steps, this, "path(…)"));
    }
}
