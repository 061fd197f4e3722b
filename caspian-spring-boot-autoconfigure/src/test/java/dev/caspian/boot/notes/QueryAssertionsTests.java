package dev.caspian.boot.notes;

import static dev.caspian.boot.test.QueryAssertions.assertQueries;
import static dev.caspian.boot.test.QueryAssertions.countOperations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.caspian.boot.test.AutoConfigureCaspianDatabase;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.annotation.Transactional;

/** In a test of the whole application, without the slice. Guard of all: `QueryRecorderContextCustomizerFactory`. */
@SpringBootTest
@AutoConfigureCaspianDatabase
@Transactional
class QueryAssertionsTests {

    @Autowired
    private Notebook notebook;

    @Test
    void passesForAsManyStatements() {
        assertQueries(2, () -> {
            notebook.add("one");
            notebook.add("two");
        });
        assertQueries(0, () -> {});
    }

    @Test
    void returnsWhatWasRead() {
        notebook.add("one");
        List<String> texts = assertQueries(1, notebook::texts);
        assertThat(texts).containsExactly("one");
    }

    @Test
    void failsWithTheStatementsAndWithoutTheirValues() {
        assertThatThrownBy(() -> assertQueries(1, () -> {
                    notebook.add("s3cret");
                    notebook.texts();
                }))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessage("Expected 1 statement of the client, but there were 2:\n"
                        + "  1. INSERT INTO \"Note\" (\"text\") VALUES (?)\n"
                        + "  2. SELECT \"text\" FROM \"Note\" ORDER BY \"id\"");
        assertThatThrownBy(() -> assertQueries(2, () -> notebook.add("s3cret")))
                .hasMessageStartingWith("Expected 2 statements of the client, but there was 1:");
        assertThatThrownBy(() -> assertQueries(2, () -> {}))
                .hasMessage("Expected 2 statements of the client, but there were 0.");
    }

    /** Guard: the recording of `QueryRecorder`, which is one for each thread. */
    @Test
    void countsNothingOfOtherThreads() {
        assertQueries(1, () -> {
            Thread other = new Thread(notebook::texts);
            other.start();
            other.join();
            notebook.texts();
        });
    }

    @Test
    void countsWithinACount() {
        assertQueries(3, () -> {
            notebook.texts();
            assertQueries(1, notebook::texts);
            notebook.texts();
        });
    }

    /** Guard: `QueryRecorder.intercept`. */
    @Test
    void countsOperationsByTheirNames() {
        assertThat(countOperations(() -> {
                    notebook.add("one");
                    notebook.add("two");
                    assertThat(countOperations(notebook::texts)).containsExactly(entry("queryRaw", 1L));
                    notebook.texts();
                }))
                .containsExactly(entry("executeRaw", 2L), entry("queryRaw", 2L));
        assertThat(countOperations(() -> {})).isEmpty();
    }

    /** Guard: `Recording.close`. */
    @Test
    void letsFailuresThroughAndCountsNoMoreOfThem() {
        assertThatThrownBy(() -> assertQueries(5, () -> {
                    notebook.texts();
                    throw new IOException("as it is");
                }))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("as it is");
        assertQueries(1, notebook::texts);
    }
}
