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
        // Jackson has gone to the first member before it asks whoever reads what a class is made of.
        if (parser.isExpectedStartObjectToken()) {
            parser.nextToken();
        } else if (!parser.hasToken(JsonToken.PROPERTY_NAME) && !parser.hasToken(JsonToken.END_OBJECT)) {
            return (JsonRecord) context.handleUnexpectedToken(context.constructType(JsonRecord.class), parser);
        }
        Map<String, TokenBuffer> members = new LinkedHashMap<>();
        for (; parser.hasToken(JsonToken.PROPERTY_NAME); parser.nextToken()) {
            String name = parser.currentName();
            parser.nextToken();
            TokenBuffer value = context.bufferForInputBuffering(parser);
            value.copyCurrentStructure(parser);
            members.put(name, value);
        }
        return new ParsedRecord(members, parser, context, this);
    }
}
