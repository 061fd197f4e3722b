package dev.caspian.docs.testing;

import static dev.caspian.boot.test.QueryAssertions.assertQueries;
import static dev.caspian.boot.test.QueryAssertions.countOperations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.caspian.boot.test.CaspianTest;
import dev.caspian.docs.guide.User;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.jdbc.Sql;

@CaspianTest
@Import(Accounts.class)
class StatementCountTests {

    @Autowired
    private Accounts accounts;

    @Test
    @Sql("users.sql")
    void readsAllPostsAtOnce() {
        List<User> users = assertQueries(2, () -> accounts.withPosts());

        assertThat(users).hasSize(3);
    }

    @Test
    void readsWithOneCall() {
        assertThat(countOperations(() -> accounts.withPosts())).containsExactly(entry("User.findMany", 1L));
    }
}
