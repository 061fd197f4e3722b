package dev.caspian.performance;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.caspian.behaviour.TestDatabase;
import dev.caspian.performance.client.Post;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** Reads all posts, one after the other or as a list, and prints how many there are and the sum of their views. */
final class StreamProcess {

    /** How they are read. */
    enum Way {
        STREAM {
            @Override
            Stream<Post> read(Store store) {
                return store.client().post().stream();
            }
        },
        LIST {
            @Override
            Stream<Post> read(Store store) {
                return store.client().post().findMany().stream();
            }
        };

        abstract Stream<Post> read(Store store);
    }

    private StreamProcess() {}

    public static void main(String[] arguments) {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        try (Store store = Store.open(TestDatabase.valueOf(arguments[0]), arguments[1]);
                Stream<Post> posts = Way.valueOf(arguments[2]).read(store)) {
            System.out.println(summary(posts.mapToLong(Post::views)));
        }
    }

    static String summary(LongStream views) {
        var summary = views.summaryStatistics();
        return summary.getCount() + " posts, " + summary.getSum() + " views";
    }
}
