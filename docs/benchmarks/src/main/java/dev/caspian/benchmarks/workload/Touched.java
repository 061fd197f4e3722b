package dev.caspian.benchmarks.workload;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads every value and keeps a number, so that no peer gets away with not having loaded one. Not thread-safe. */
public final class Touched implements Rows {

    private long sum;

    @Override
    public void user(String id, String email, @Nullable String name, int loginCount, Instant createdAt) {
        sum += id.length()
                + email.length()
                + (name == null ? 7 : name.length())
                + loginCount
                + createdAt.toEpochMilli();
    }

    @Override
    public void post(String id, String title, boolean published, int views, Instant createdAt, String authorId) {
        sum += id.length()
                + title.length()
                + (published ? 1 : 0)
                + views
                + createdAt.toEpochMilli()
                + authorId.length();
    }

    public long sum() {
        return sum;
    }
}
