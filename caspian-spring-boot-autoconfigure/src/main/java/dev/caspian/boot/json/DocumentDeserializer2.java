package dev.caspian.boot.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.caspian.query.Json;
import java.io.IOException;
import java.io.StringWriter;

/** Reads any Json as its text, with numbers as they were written. */
final class DocumentDeserializer2 extends JsonDeserializer<Json> {

    private static final JsonFactory TEXT = new JsonFactory();

    @Override
    public Json deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        StringWriter text = new StringWriter();
        try (TokenBuffer document = context.bufferForInputBuffering(parser);
                JsonGenerator generator = TEXT.createGenerator(text)) {
            document.copyCurrentStructure(parser);
            document.serialize(generator);
        }
        return Json.parse(text.toString());
    }
}
