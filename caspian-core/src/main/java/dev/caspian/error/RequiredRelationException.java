package dev.caspian.error;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;

/** A write would leave a record without the related record that it requires. */
public final class RequiredRelationException extends DataIntegrityViolationException implements PrismaException {

    private static final long serialVersionUID = 1L;

    public RequiredRelationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String code() {
        return "P2014";
    }
}
