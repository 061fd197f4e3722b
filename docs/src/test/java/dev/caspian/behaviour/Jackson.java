package dev.caspian.behaviour;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.caspian.boot.json.CaspianJackson2Module;
import dev.caspian.boot.json.CaspianJacksonModule;
import dev.caspian.record.Patch;
import dev.caspian.record.PrismaRecord;
import java.io.IOException;
import tools.jackson.databind.json.JsonMapper;

/** The Jacksons, each as Spring Boot sets it up. */
enum Jackson {
    JACKSON_3 {

        private final JsonMapper mapper = JsonMapper.builder()
                .addModule(new CaspianJacksonModule())
                .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();

        private final JsonMapper strict = mapper.rebuild()
                .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();

        @Override
        String write(Object value) {
            return mapper.writeValueAsString(value);
        }

        @Override
        <T> T read(String json, Class<T> type) {
            return mapper.readValue(json, type);
        }

        @Override
        <T> T readStrictly(String json, Class<T> type) {
            return strict.readValue(json, type);
        }

        @Override
        <M extends PrismaRecord> Patch<M> patch(String json, Class<M> model) {
            return mapper.readValue(json, mapper.getTypeFactory().constructParametricType(Patch.class, model));
        }
    },

    JACKSON_2 {

        private final ObjectMapper mapper = new ObjectMapper()
                .registerModules(new JavaTimeModule(), new CaspianJackson2Module())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

        private final ObjectMapper strict =
                mapper.copy().enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

        @Override
        String write(Object value) throws IOException {
            return mapper.writeValueAsString(value);
        }

        @Override
        <T> T read(String json, Class<T> type) throws IOException {
            return mapper.readValue(json, type);
        }

        @Override
        <T> T readStrictly(String json, Class<T> type) throws IOException {
            return strict.readValue(json, type);
        }

        @Override
        <M extends PrismaRecord> Patch<M> patch(String json, Class<M> model) throws IOException {
            return mapper.readValue(json, mapper.getTypeFactory().constructParametricType(Patch.class, model));
        }
    };

    abstract String write(Object value) throws IOException;

    abstract <T> T read(String json, Class<T> type) throws IOException;

    /** Refuses names that the model does not have. */
    abstract <T> T readStrictly(String json, Class<T> type) throws IOException;

    abstract <M extends PrismaRecord> Patch<M> patch(String json, Class<M> model) throws IOException;
}
