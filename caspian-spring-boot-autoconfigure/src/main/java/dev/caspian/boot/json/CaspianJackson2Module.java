package dev.caspian.boot.json;

import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.caspian.query.Json;
import dev.caspian.record.JsonRecord;

/** Does for Jackson 2 what {@link CaspianJacksonModule} does for Jackson 3. */
public final class CaspianJackson2Module extends SimpleModule {

    private static final long serialVersionUID = 1L;

    public CaspianJackson2Module() {
        super(CaspianJackson2Module.class.getName());
        addDeserializer(JsonRecord.class, new RecordDeserializer2());
        addDeserializer(Json.class, new DocumentDeserializer2());
    }
}
