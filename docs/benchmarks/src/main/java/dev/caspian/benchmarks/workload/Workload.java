package dev.caspian.benchmarks.workload;

/** The nine questions, and the method of {@code WorkloadBenchmark} that asks each of them. */
public enum Workload {
    W1("findUser", "one row by id"),
    W2("findUsers", "100 rows, filtered and ordered"),
    W3("findUsersWithPosts", "100 users with their 10 posts each"),
    W4("insertUser", "insert a row"),
    W5("insertPosts", "insert 1,000 rows at once"),
    W6("incrementLogins", "increment a column by id"),
    W7("totalViews", "count, sum and average of 100 rows"),
    W8("findPosts", "10,000 rows"),
    W9("mixed", "eight threads, 90 % W1 and 10 % W6");

    private final String method;
    private final String title;

    Workload(String method, String title) {
        this.method = method;
        this.title = title;
    }

    public String method() {
        return method;
    }

    /** What it does, for people. */
    public String title() {
        return title;
    }

    /** By how many threads it is asked at once. */
    public int threads() {
        return this == W9 ? 8 : 1;
    }
}
