package dev.caspian.error;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataRetrievalFailureException;

/** A column holds something that is no value of its field. */
public final class InconsistentColumnException extends DataRetrievalFailureException implements PrismaException {

    private static final long serialVersionUID = 1L;

    public InconsistentColumnException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "P2023";
    }
}
