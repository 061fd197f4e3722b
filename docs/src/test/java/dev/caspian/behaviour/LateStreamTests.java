package dev.caspian.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.caspian.behaviour.client.Tag;
import dev.caspian.error.InvalidQueryException;
import java.util.Iterator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A stream that outlives the transaction in which it began, or that begins before one.
 *
 * <p>What makes these tests pass is that {@code RecordStream} asks whether its result was closed, which sqlite-jdbc takes for
 * its end, and that its own transaction only reads.
 */
class LateStreamTests extends Behaviour {

    private static final int TAGS = 1_200;

    @BeforeEach
    void moreThanOnePortion() {
        prisma.tag().createMany(many -> {
            for (int i = 0; i < TAGS; i++) {
                String name = "tag " + i;
                many.data(t -> t.name(name));
            }
            return many;
        });
    }

    @Test
    void readAfterItsTransactionItIsAnErrorAndClosedItIsNone() {
        Stream<Tag> late = prisma.transaction(() -> prisma.tag().stream());
        Iterator<Tag> tags = late.iterator();

        assertThat(catchThrowable(() ->
                        tags.forEachRemaining(tag -> assertThat(tag.name()).isNotEmpty())))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining("after its transaction had ended");
        late.close();
        assertThat(prisma.tag().count()).isEqualTo(TAGS);
    }

    @Test
    void ofNothingItIsEmpty() {
        try (Stream<Tag> none = prisma.tag().stream(Tag.NAME.eq("none"))) {
            assertThat(none).isEmpty();
        }
    }

    @Test
    void begunBeforeATransactionItHasAConnectionOfItsOwn() {
        try (Stream<Tag> before = prisma.tag().stream()) {
            Iterator<Tag> tags = before.iterator();
            assertThat(tags.next().name()).isNotEmpty();
            // A stream keeps no writer out, not even the one of its own thread.
            prisma.transaction(() -> prisma.tag().create(t -> t.name("new")));
            int[] count = {1};
            tags.forEachRemaining(tag -> count[0]++);
            assertThat(count[0]).isEqualTo(TAGS);
        }
        assertThat(prisma.tag().count()).isEqualTo(TAGS + 1);
    }
}
