package dev.caspian.boot.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import dev.caspian.record.JsonRecord;
import java.io.IOException;

/** Begins to read an object: what its members are, only the class of the record knows. */
final class RecordDeserializer2 extends JsonDeserializer<JsonRecord> {

    @Override
    public JsonRecord deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        // Jackson has gone to the first member before it asks whoever reads what a class is made of.
        boolean isObject = parser.isExpectedStartObjectToken()
                || parser.hasToken(JsonToken.FIELD_NAME)
                || parser.hasToken(JsonToken.END_OBJECT);
        return isObject
                ? new ParsedRecord2(parser, context, this)
                : (JsonRecord) context.handleUnexpectedToken(context.constructType(JsonRecord.class), parser);
    }
}
