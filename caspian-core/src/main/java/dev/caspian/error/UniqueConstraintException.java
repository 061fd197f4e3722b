package dev.caspian.error;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/** A record with the same unique key exists already. */
public final class UniqueConstraintException extends DuplicateKeyException implements PrismaException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String model;
    // An array, because exceptions are serializable and lists need not be.
    private final String[] fields;

    /**
     * Makes the error.
     *
     * @param model the model, or null where the table is not one of the schema
     * @param fields the fields of the unique key; empty where the key is not one of the schema
     */
    public UniqueConstraintException(
            String message, @Nullable String model, List<String> fields, @Nullable Throwable cause) {
        super(message, cause);
        this.model = model;
        this.fields = fields.toArray(String[]::new);
    }

    @Override
    public String code() {
        return "P2002";
    }

    /** The model, or null where the table is not one of the schema. */
    public @Nullable String model() {
        return model;
    }

    /** The fields of the unique key. */
    public List<String> fields() {
        return List.of(fields);
    }
}
