package dev.caspian.docs.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.boot.test.CaspianTest;
import dev.caspian.docs.guide.Log;
import dev.caspian.docs.guide.PrismaClient;
import dev.caspian.docs.guide.User;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@CaspianTest
@Import(Accounts.class)
class AccountsTests {

    @Autowired
    private Accounts accounts;

    @Autowired
    private PrismaClient prisma;

    @Test
    void writesALogOfNewAccounts() {
        User user = accounts.open("alice@example.com", "Alice");

        assertThat(prisma.log().findMany()).extracting(Log::userId).containsExactly(user.id());
    }
}
