package dev.caspian.plan;

import dev.caspian.record.RecordType;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How the records of each model are made. A generated client registers its models before it is used. */
public final class RecordTypes {

    private final Map<String, RecordType<?>> byModel = new ConcurrentHashMap<>();

    public void register(RecordType<?> type) {
        byModel.put(type.model(), type);
    }

    /** How records of this model are made. */
    public RecordType<?> of(String model) {
        RecordType<?> type = byModel.get(model);
        if (type == null) {
            throw new IllegalStateException("No client is registered for the model `" + model + "`");
        }
        return type;
    }

    /** The model whose records are of this class; empty where it is no generated class of this client. */
    public Optional<RecordType<?>> of(Class<?> recordClass) {
        return byModel.values().stream()
                .filter(type -> type.recordClass() == recordClass)
                .findFirst();
    }
}
