package dev.caspian.boot.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.caspian.record.JsonRecord;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An object that Jackson 2 is reading. Its values are read by Jackson, as it is configured. */
final class ParsedRecord2 implements JsonRecord {

    private final Map<String, TokenBuffer> kept = new HashMap<>();
    private final JsonParser parser;
    private final DeserializationContext context;
    private final JsonDeserializer<?> reader;
    private boolean isBegun;

    ParsedRecord2(JsonParser parser, DeserializationContext context, JsonDeserializer<?> reader) {
        this.parser = parser;
        this.context = context;
        this.reader = reader;
    }

    @Override
    public @Nullable String next() {
        try {
            if (isBegun || parser.isExpectedStartObjectToken()) {
                parser.nextToken();
            }
            isBegun = true;
            if (!parser.hasToken(JsonToken.FIELD_NAME)) {
                return null;
            }
            String name = parser.currentName();
            parser.nextToken();
            return name;
        } catch (IOException e) {
            throw unchecked(e);
        }
    }

    @Override
    public void keep(String name) {
        try {
            TokenBuffer value = context.bufferForInputBuffering(parser);
            value.copyCurrentStructure(parser);
            kept.put(name, value);
        } catch (IOException e) {
            throw unchecked(e);
        }
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
        } catch (JsonMappingException e) {
            throw refused(name, refusal);
        } catch (IOException e) {
            throw unchecked(e);
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
        } catch (JsonMappingException e) {
            e.prependPath(JsonRecord.class, name);
            throw unchecked(e);
        } catch (IOException e) {
            throw unchecked(e);
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

    private @Nullable Object read(JsonParser value, JavaType type) throws IOException {
        return value.hasToken(JsonToken.VALUE_NULL) ? null : context.readValue(value, type);
    }

    private JsonParser kept(String name) {
        JsonParser value = Objects.requireNonNull(kept.get(name), name).asParser(parser);
        try {
            value.nextToken();
        } catch (IOException e) {
            throw unchecked(e);
        }
        return value;
    }

    @Override
    public RuntimeException refused(String name, String message) {
        JsonMappingException error = MismatchedInputException.from(parser, JsonRecord.class, message);
        error.prependPath(JsonRecord.class, name);
        return unchecked(error);
    }

    /** Throws an error of Jackson 2 as it is, which generated classes do not declare. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Exception> RuntimeException unchecked(Exception error) throws E {
        throw (E) error;
    }

    @Override
    public void unknown(String name, Class<?> type) {
        try {
            context.handleUnknownProperty(parser, reader, type, name);
        } catch (IOException e) {
            throw unchecked(e);
        }
    }
}
