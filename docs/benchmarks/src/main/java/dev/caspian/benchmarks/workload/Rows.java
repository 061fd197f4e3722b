package dev.caspian.benchmarks.workload;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Takes every column of every row that a peer has loaded. A peer makes all objects of an answer first, as an application
 * has them, and hands them over then: a user before its posts.
 */
public interface Rows {

    void user(String id, String email, @Nullable String name, int loginCount, Instant createdAt);

    void post(String id, String title, boolean published, int views, Instant createdAt, String authorId);

    /** Takes a row that is already a record. */
    default void user(UserRow user) {
        user(user.id(), user.email(), user.name(), user.loginCount(), user.createdAt());
    }

    /** Takes a row that is already a record. */
    default void post(PostRow post) {
        post(post.id(), post.title(), post.published(), post.views(), post.createdAt(), post.authorId());
    }
}
