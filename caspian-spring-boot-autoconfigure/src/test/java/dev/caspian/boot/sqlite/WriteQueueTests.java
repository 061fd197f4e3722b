package dev.caspian.boot.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WriteQueueTests {

    private final WriteQueue queue = new WriteQueue(Duration.ofSeconds(60));

    /** Waits in a thread of its own, for which this waits in turn. */
    private Thread waiting(FutureTask<?> task) {
        Thread thread = new Thread(task);
        thread.start();
        while (thread.getState() != Thread.State.TIMED_WAITING && !task.isDone()) {
            Thread.onSpinWait();
        }
        return thread;
    }

    private FutureTask<Integer> entering(int number, List<Integer> order) {
        return new FutureTask<>(() -> {
            WriteQueue.Turn turn = queue.enter(Deadline.NEVER);
            order.add(number);
            turn.leave();
            return number;
        });
    }

    /** Guard: the fairness of the semaphore. Without it, who leaves and comes back at once overtakes the others. */
    @Test
    void letsInWhoCameFirst() throws Exception {
        List<Integer> order = new CopyOnWriteArrayList<>();
        List<FutureTask<Integer>> tasks = new ArrayList<>();
        WriteQueue.Turn turn = queue.enter(Deadline.NEVER);
        for (int number = 0; number < 12; number++) {
            FutureTask<Integer> task = entering(number, order);
            tasks.add(task);
            waiting(task);
        }
        turn.leave();
        WriteQueue.Turn again = queue.enter(Deadline.NEVER);
        assertThat(order).hasSize(12);
        again.leave();
        for (FutureTask<Integer> task : tasks) {
            task.get();
        }
        assertThat(order)
                .containsExactlyElementsOf(IntStream.range(0, 12).boxed().toList());
    }

    @Test
    void goesOnWithoutThoseWhoAreInterruptedOrRunOutOfTime() throws Exception {
        List<Integer> order = new CopyOnWriteArrayList<>();
        WriteQueue.Turn turn = queue.enter(Deadline.NEVER);
        FutureTask<Integer> first = entering(1, order);
        FutureTask<Exception> interrupted = new FutureTask<>(() -> failure(Deadline.NEVER));
        FutureTask<Exception> late = new FutureTask<>(() -> failure(Deadline.in(Duration.ofMillis(100))));
        FutureTask<Integer> last = entering(2, order);
        waiting(first);
        Thread victim = waiting(interrupted);
        waiting(late);
        waiting(last);
        victim.interrupt();
        assertThat(interrupted.get()).hasMessageContaining("Interrupted while waiting");
        assertThat(late.get()).hasMessageContaining("limit in time");
        assertThat(late.get()).hasFieldOrPropertyWithValue("SQLState", "57014");
        turn.leave();
        first.get();
        last.get();
        assertThat(order).containsExactly(1, 2);
    }

    private Exception failure(Deadline deadline) {
        try {
            queue.enter(deadline).leave();
            throw new IllegalStateException("it was let in");
        } catch (SQLException e) {
            return e;
        }
    }

    @Test
    void losesPatienceWithATypedError() throws Exception {
        WriteQueue impatient = new WriteQueue(Duration.ofMillis(10));
        WriteQueue.Turn turn = impatient.enter(Deadline.NEVER);
        FutureTask<Exception> task = new FutureTask<>(() -> {
            try {
                throw new IllegalStateException(impatient.enter(Deadline.NEVER).toString());
            } catch (SQLException e) {
                return e;
            }
        });
        waiting(task);
        assertThat(task.get()).hasMessageContaining("for other transactions to finish writing");
        assertThat(task.get()).hasFieldOrPropertyWithValue("SQLState", "57014");
        turn.leave();
    }

    /** Guard: a turn is left once, whoever leaves it and however often. */
    @Test
    void letsInOneForATurnThatIsLeftTwiceAndByAnotherThread() throws Exception {
        WriteQueue.Turn turn = queue.enter(Deadline.NEVER);
        FutureTask<Void> leaving = new FutureTask<>(turn::leave, null);
        waiting(leaving);
        leaving.get();
        turn.leave();
        WriteQueue.Turn next = queue.enter(Deadline.NEVER);
        turn.leave();
        FutureTask<Exception> second = new FutureTask<>(() -> failure(Deadline.in(Duration.ofMillis(20))));
        waiting(second);
        assertThat(second.get()).hasMessageContaining("limit in time");
        next.leave();
    }

    @Test
    void refusesAtOnceToWaitForItself() throws SQLException {
        WriteQueue.Turn turn = queue.enter(Deadline.NEVER);
        assertThatThrownBy(() -> queue.enter(Deadline.NEVER)).hasMessageContaining("SQLite has one writer");
        turn.leave();
        queue.enter(Deadline.NEVER).leave();
    }
}
