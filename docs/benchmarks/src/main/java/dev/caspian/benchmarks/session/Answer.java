package dev.caspian.benchmarks.session;

import dev.caspian.benchmarks.workload.PostRow;
import dev.caspian.benchmarks.workload.Rows;
import dev.caspian.benchmarks.workload.UserRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of an answer, to be compared: users in their order, each followed by its posts in order of their ids. */
final class Answer implements Rows {

    private final List<UserRow> users = new ArrayList<>();
    private final List<List<PostRow>> posts = new ArrayList<>(List.of(new ArrayList<>()));

    @Override
    public void user(String id, String email, @Nullable String name, int loginCount, Instant createdAt) {
        users.add(new UserRow(id, email, name, loginCount, createdAt));
        posts.add(new ArrayList<>());
    }

    @Override
    public void post(String id, String title, boolean published, int views, Instant createdAt, String authorId) {
        posts.get(users.size()).add(new PostRow(id, title, published, views, createdAt, authorId));
    }

    /**
     * Compares with another answer.
     *
     * @throws IllegalStateException if they differ, with the first difference
     */
    void mustBe(Answer expected, String question) {
        for (int i = 0; i < Math.min(users.size(), expected.users.size()); i++) {
            check(question, expected.users.get(i), users.get(i));
        }
        check(question, expected.users.size() + " users", users.size() + " users");
        for (int i = 0; i < posts.size(); i++) {
            check(question, sorted(expected.posts.get(i)), sorted(posts.get(i)));
        }
    }

    static void check(String question, Object expected, Object given) {
        if (!expected.equals(given)) {
            throw new IllegalStateException(
                    "A wrong answer to `" + question + "`: expected " + expected + ", and it was " + given);
        }
    }

    private static List<PostRow> sorted(List<PostRow> rows) {
        return rows.stream().sorted(Comparator.comparing(PostRow::id)).toList();
    }
}
