package dev.caspian.error;

import org.springframework.dao.EmptyResultDataAccessException;

/** A record that had to be there is not: of an update, a delete or a query that ends in {@code OrThrow}. */
public final class RecordNotFoundException extends EmptyResultDataAccessException implements PrismaException {

    private static final long serialVersionUID = 1L;

    public RecordNotFoundException(String message) {
        super(message, 1);
    }

    @Override
    public String code() {
        return "P2025";
    }
}
