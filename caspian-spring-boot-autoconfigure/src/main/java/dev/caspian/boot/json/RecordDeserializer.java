package dev.caspian.boot.json;

import dev.caspian.record.JsonRecord;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Begins to read an object: what its members are, only the class of the record knows. */
final class RecordDeserializer extends ValueDeserializer<JsonRecord> {

    @Override
    public JsonRecord deserialize(JsonParser parser, DeserializationContext context) {
        // Jackson has gone to the first member before it asks whoever reads what a class is made of.
        boolean isObject = parser.isExpectedStartObjectToken()
                || parser.hasToken(JsonToken.PROPERTY_NAME)
                || parser.hasToken(JsonToken.END_OBJECT);
        return isObject
                ? new ParsedRecord(parser, context, this)
                : (JsonRecord) context.handleUnexpectedToken(context.constructType(JsonRecord.class), parser);
    }
}
