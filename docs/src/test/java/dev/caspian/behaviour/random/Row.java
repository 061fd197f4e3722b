package dev.caspian.behaviour.random;

import dev.caspian.schema.Model;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A record in memory: the values of its scalar fields. Compared by identity. */
final class Row {

    private final Model model;
    private final Map<String, @Nullable Object> values;

    Row(Model model, Map<String, ? extends @Nullable Object> values) {
        this.model = model;
        this.values = new LinkedHashMap<>(values);
    }

    Model model() {
        return model;
    }

    @Nullable Object get(String field) {
        if (!values.containsKey(field)) {
            throw new IllegalStateException(model + " has no value for " + field);
        }
        return values.get(field);
    }

    List<@Nullable Object> getAll(List<String> fields) {
        return fields.stream().<@Nullable Object>map(this::get).toList();
    }

    void set(String field, @Nullable Object value) {
        values.put(field, value);
    }

    Map<String, @Nullable Object> values() {
        return values;
    }

    Row copy() {
        return new Row(model, values);
    }

    @Override
    public String toString() {
        return model
                + values.entrySet().stream()
                        .map(value -> value.getKey() + "=" + ApiText.of(value.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
    }
}
