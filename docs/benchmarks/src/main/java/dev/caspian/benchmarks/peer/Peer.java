package dev.caspian.benchmarks.peer;

import dev.caspian.benchmarks.workload.PostRow;
import dev.caspian.benchmarks.workload.Rows;
import dev.caspian.benchmarks.workload.UserRow;
import dev.caspian.benchmarks.workload.ViewTotals;
import java.util.List;

/** One way of talking to a database. Thread-safe, as an application's way is. */
public interface Peer extends AutoCloseable {

    /** The user with this id. */
    void findUser(String id, Rows rows) throws Exception;

    /** The users with at least so many logins, in order of their addresses, at most so many. */
    void findUsers(int logins, int limit, Rows rows) throws Exception;

    /** The users from this id to that one, which is not included, in order of their ids, each with all its posts. */
    void findUsersWithPosts(String from, String to, Rows rows) throws Exception;

    /** Inserts a user, and commits. */
    void insertUser(UserRow user) throws Exception;

    /** Inserts posts, all or none. */
    void insertPosts(List<PostRow> posts) throws Exception;

    /** Adds one to the logins of the user with this id, in the database. Returns how many users were changed. */
    long incrementLogins(String id) throws Exception;

    /** How often the posts of the authors from this id to that one, which is not included, were viewed. */
    ViewTotals totalViews(String fromAuthor, String toAuthor) throws Exception;

    /** The posts whose id is less than this one. */
    void findPosts(String before, Rows rows) throws Exception;

    @Override
    void close();
}
