package dev.caspian.benchmarks.workload;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The rows that are there, and those that are inserted: the same in every run. Ids sort as their numbers do. */
public final class Population {

    public static final int USERS = 1_000;
    public static final int POSTS_OF_A_USER = 10;

    /** Ids of rows that a workload inserts are greater than this one, all others are less. */
    public static final String INSERTED = "z";

    private static final Instant START = Instant.parse("2026-01-01T00:00:00.123Z");
    private static final String ZEROS = "0".repeat(23);

    private Population() {}

    /** An id as long as Prisma's are. */
    private static String id(String kind, long number) {
        String digits = Long.toString(number);
        return kind + ZEROS.substring(digits.length()) + digits;
    }

    public static String userId(int number) {
        return id("cu", number);
    }

    public static String postId(int number) {
        return id("cp", number);
    }

    public static UserRow user(int number) {
        return new UserRow(
                userId(number),
                "user" + number + "@example.com",
                number % 10 == 0 ? null : "User Name " + number,
                number % 100,
                START.plusMillis(number * 1_013L));
    }

    public static PostRow post(int number) {
        return new PostRow(
                postId(number),
                "Post title number " + number + (number % 50 == 0 ? " – ünïcode" : ""),
                number % 2 == 0,
                number % 1_000,
                START.plusMillis(number * 977L),
                userId(number / POSTS_OF_A_USER));
    }

    /** The posts of some users, the last one not included. */
    public static List<PostRow> postsOf(int firstUser, int endUser) {
        return IntStream.range(firstUser * POSTS_OF_A_USER, endUser * POSTS_OF_A_USER)
                .mapToObj(Population::post)
                .toList();
    }

    /** A user to insert. */
    public static UserRow newUser(long number) {
        return new UserRow(id("zu", number), "new" + number + "@example.com", "New User", 0, START.plusMillis(number));
    }

    /** Posts to insert, of the first so many users, but for {@link #USERS} at most. */
    public static List<PostRow> newPosts(long first, int count, int users) {
        return LongStream.range(first, first + count)
                .mapToObj(number -> new PostRow(
                        id("zp", number),
                        "New post title " + number,
                        number % 2 == 0,
                        (int) (number % 1_000),
                        START.plusMillis(number),
                        userId((int) (number % Math.min(users, USERS)))))
                .toList();
    }
}
