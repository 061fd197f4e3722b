package dev.caspian.boot.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.caspian.record.JsonRecord;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads an object as it is: what its members are, only the class of the record knows. */
final class RecordDeserializer2 extends JsonDeserializer<JsonRecord> {

    @Override
    public JsonRecord deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        // Jackson has gone to the first member before it asks whoever reads what a class is made of.
        if (parser.isExpectedStartObjectToken()) {
            parser.nextToken();
        } else if (!parser.hasToken(JsonToken.FIELD_NAME) && !parser.hasToken(JsonToken.END_OBJECT)) {
            return (JsonRecord) context.handleUnexpectedToken(context.constructType(JsonRecord.class), parser);
        }
        Map<String, TokenBuffer> members = new LinkedHashMap<>();
        for (; parser.hasToken(JsonToken.FIELD_NAME); parser.nextToken()) {
            String name = parser.currentName();
            parser.nextToken();
            TokenBuffer value = context.bufferForInputBuffering(parser);
            value.copyCurrentStructure(parser);
            members.put(name, value);
        }
        return new ParsedRecord2(members, parser, context, this);
    }
}
