package dev.caspian.boot.json;

import dev.caspian.record.JsonRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.util.TokenBuffer;

/** Reads an object as it is: what its members are, only the class of the record knows. */
final class RecordDeserializer extends ValueDeserializer<JsonRecord> {

    @Override
    public JsonRecord deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.isExpectedStartObjectToken()) {
            return (JsonRecord) context.handleUnexpectedToken(context.constructType(JsonRecord.class), parser);
        }
        Map<String, TokenBuffer> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            TokenBuffer value = context.bufferForInputBuffering(parser);
            value.copyCurrentStructure(parser);
            members.put(name, value);
        }
        return new ParsedRecord(members, parser, context, this);
    }
}
