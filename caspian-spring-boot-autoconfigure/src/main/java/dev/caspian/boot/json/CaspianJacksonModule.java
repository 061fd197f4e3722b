package dev.caspian.boot.json;

import dev.caspian.query.Json;
import dev.caspian.record.JsonRecord;
import tools.jackson.databind.module.SimpleModule;

/**
 * Lets Jackson 3 read records, patches and {@link Json}; to write them it needs nothing. Spring Boot registers it by itself.
 *
 * <p>Without Spring Boot: {@code JsonMapper.builder().addModule(new CaspianJacksonModule()).build()}.
 */
public final class CaspianJacksonModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    public CaspianJacksonModule() {
        super(CaspianJacksonModule.class.getName());
        addDeserializer(JsonRecord.class, new RecordDeserializer());
        addDeserializer(Json.class, new DocumentDeserializer());
    }
}
