package dev.caspian.behaviour.random;

import dev.caspian.error.ForeignKeyConstraintException;
import dev.caspian.error.PrismaException;
import dev.caspian.error.RecordNotFoundException;
import dev.caspian.error.RequiredRelationException;
import dev.caspian.error.UniqueConstraintException;
import java.util.List;

/** A write that must fail, and with which error. */
@SuppressWarnings("serial") // Never leaves the test.
final class Refusal extends RuntimeException {

    private final List<Class<? extends PrismaException>> errors;

    private Refusal(List<Class<? extends PrismaException>> errors) {
        super(errors.toString());
        this.errors = errors;
    }

    /** P2025. */
    static Refusal notFound() {
        return new Refusal(List.of(RecordNotFoundException.class));
    }

    /** P2002. */
    static Refusal duplicate() {
        return new Refusal(List.of(UniqueConstraintException.class));
    }

    /** P2003. */
    static Refusal foreignKey() {
        return new Refusal(List.of(ForeignKeyConstraintException.class));
    }

    /** P2014. */
    static Refusal requiredRelation() {
        return new Refusal(List.of(RequiredRelationException.class));
    }

    /** One of several rows breaks a constraint: which is noticed first depends on how many a statement writes. */
    static Refusal anyConstraint() {
        return new Refusal(List.of(UniqueConstraintException.class, ForeignKeyConstraintException.class));
    }

    boolean is(Throwable failure) {
        return errors.stream().anyMatch(error -> error.isInstance(failure));
    }
}
