package dev.caspian.benchmarks.session;

import dev.caspian.benchmarks.peer.Peer;
import dev.caspian.benchmarks.workload.Population;
import dev.caspian.benchmarks.workload.PostRow;
import dev.caspian.benchmarks.workload.UserRow;
import dev.caspian.benchmarks.workload.ViewTotals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Asks a peer every question, and compares all columns of all rows with what is known. */
final class Examination {

    private final Peer peer;
    private final int users;

    Examination(Peer peer, int users) {
        this.peer = peer;
        this.users = users;
    }

    /**
     * Asks them all.
     *
     * @throws IllegalStateException if an answer is wrong
     */
    void run() throws Exception {
        reads();
        writes();
    }

    private void reads() throws Exception {
        // The second one has no name.
        for (int number : new int[] {7, 0}) {
            Answer one = new Answer();
            peer.findUser(Population.userId(number), one);
            one.mustBe(users(List.of(Population.user(number))), "one row by id");
        }

        Answer filtered = new Answer();
        peer.findUsers(5, 100, filtered);
        filtered.mustBe(
                users(IntStream.range(0, users)
                        .mapToObj(Population::user)
                        .filter(user -> user.loginCount() >= 5)
                        .sorted(Comparator.comparing(UserRow::email))
                        .limit(100)
                        .toList()),
                "rows, filtered and ordered");

        Answer nested = new Answer();
        int first = users / 5;
        int end = Math.min(first + 40, users);
        peer.findUsersWithPosts(Population.userId(first), Population.userId(end), nested);
        Answer expected = new Answer();
        for (int i = first; i < end; i++) {
            expected.user(Population.user(i));
            Population.postsOf(i, i + 1).forEach(expected::post);
        }
        nested.mustBe(expected, "users with their posts");

        List<PostRow> viewed = Population.postsOf(first, end);
        ViewTotals totals = peer.totalViews(Population.userId(first), Population.userId(end));
        long views = viewed.stream().mapToLong(PostRow::views).sum();
        Answer.check("totals", new ViewTotals(viewed.size(), views, (double) views / viewed.size()), totals);

        Answer all = new Answer();
        peer.findPosts(Population.INSERTED, all);
        all.mustBe(posts(Population.postsOf(0, users)), "all posts");
    }

    private void writes() throws Exception {
        UserRow user = Population.newUser(1);
        peer.insertUser(user);
        Answer inserted = new Answer();
        peer.findUser(user.id(), inserted);
        inserted.mustBe(users(List.of(user)), "an inserted row");

        Answer.check("increment", 1L, peer.incrementLogins(user.id()));
        Answer incremented = new Answer();
        peer.findUser(user.id(), incremented);
        incremented.mustBe(
                users(List.of(new UserRow(user.id(), user.email(), user.name(), 1, user.createdAt()))),
                "an incremented row");

        List<PostRow> posts = Population.newPosts(1, 1_000, users);
        peer.insertPosts(posts);
        Answer more = new Answer();
        peer.findPosts("zzz", more);
        List<PostRow> expected = new ArrayList<>(Population.postsOf(0, users));
        expected.addAll(posts);
        more.mustBe(posts(expected), "inserted posts");
    }

    private static Answer users(List<UserRow> rows) {
        Answer answer = new Answer();
        rows.forEach(answer::user);
        return answer;
    }

    private static Answer posts(List<PostRow> rows) {
        Answer answer = new Answer();
        rows.forEach(answer::post);
        return answer;
    }
}
