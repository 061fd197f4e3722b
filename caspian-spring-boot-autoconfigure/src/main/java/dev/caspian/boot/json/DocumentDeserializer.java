package dev.caspian.boot.json;

import dev.caspian.query.Json;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.util.TokenBuffer;

/** Reads any Json as its text, with numbers as they were written. */
final class DocumentDeserializer extends ValueDeserializer<Json> {

    private static final JsonFactory TEXT = new JsonFactory();

    @Override
    public Json deserialize(JsonParser parser, DeserializationContext context) {
        StringWriter text = new StringWriter();
        try (TokenBuffer document = context.bufferForInputBuffering(parser);
                JsonGenerator generator = TEXT.createGenerator(ObjectWriteContext.empty(), text)) {
            document.copyCurrentStructure(parser);
            document.serialize(generator);
        }
        return Json.parse(text.toString());
    }
}
