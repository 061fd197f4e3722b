package dev.caspian.boot.json;

import dev.caspian.record.JsonRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.util.TokenBuffer;

/** An object that Jackson 3 is reading. Its values are read by Jackson, as it is configured. */
final class ParsedRecord implements JsonRecord {

    private final Map<String, TokenBuffer> kept = new HashMap<>();
    private final JsonParser parser;
    private final DeserializationContext context;
    private final ValueDeserializer<?> reader;
    private boolean isBegun;

    ParsedRecord(JsonParser parser, DeserializationContext context, ValueDeserializer<?> reader) {
        this.parser = parser;
        this.context = context;
        this.reader = reader;
    }

    @Override
    public @Nullable String next() {
        if (isBegun || parser.isExpectedStartObjectToken()) {
            parser.nextToken();
        }
        isBegun = true;
        if (!parser.hasToken(JsonToken.PROPERTY_NAME)) {
            return null;
        }
        String name = parser.currentName();
        parser.nextToken();
        return name;
    }

    @Override
    public void keep(String name) {
        TokenBuffer value = context.bufferForInputBuffering(parser);
        value.copyCurrentStructure(parser);
        kept.put(name, value);
    }

    @Override
    public <T> @Nullable T value(String name, Class<T> type, String refusal) {
        return type.cast(scalar(kept(name), name, context.constructType(type), refusal));
    }

    @Override
    @SuppressWarnings("unchecked") // Made by Jackson, of this type.
    public <T> @Nullable List<@Nullable T> list(String name, Class<T> elementType, String refusal) {
        return (List<@Nullable T>) scalar(kept(name), name, list(elementType), refusal);
    }

    /** Jackson's own error would quote the value. */
    private @Nullable Object scalar(JsonParser value, String name, JavaType type, String refusal) {
        try {
            return read(value, type);
        } catch (DatabindException e) {
            throw refused(name, refusal);
        }
    }

    @Override
    public <T> @Nullable T one(String name, Class<T> type) {
        return type.cast(related(name, context.constructType(type)));
    }

    @Override
    @SuppressWarnings("unchecked") // Made by Jackson, of this type.
    public <T> @Nullable List<@Nullable T> many(String name, Class<T> type) {
        return (List<@Nullable T>) related(name, list(type));
    }

    private @Nullable Object related(String name, JavaType type) {
        try {
            return read(parser, type);
        } catch (DatabindException e) {
            throw e.prependPath(JsonRecord.class, name);
        }
    }

    @Override
    @SuppressWarnings("unchecked") // Made by Jackson, of this type.
    public @Nullable Map<String, @Nullable Long> counts(String name, String refusal) {
        JavaType type = context.getTypeFactory().constructMapType(Map.class, String.class, Long.class);
        return (Map<String, @Nullable Long>) scalar(parser, name, type, refusal);
    }

    private JavaType list(Class<?> elementType) {
        return context.getTypeFactory().constructCollectionType(List.class, elementType);
    }

    private @Nullable Object read(JsonParser value, JavaType type) {
        return value.hasToken(JsonToken.VALUE_NULL) ? null : context.readValue(value, type);
    }

    private JsonParser kept(String name) {
        JsonParser value = Objects.requireNonNull(kept.get(name), name).asParser(context, parser);
        value.nextToken();
        return value;
    }

    @Override
    public RuntimeException refused(String name, String message) {
        return MismatchedInputException.from(parser, JsonRecord.class, message).prependPath(JsonRecord.class, name);
    }

    @Override
    public void unknown(String name, Class<?> type) {
        context.handleUnknownProperty(parser, reader, type, name);
    }
}
