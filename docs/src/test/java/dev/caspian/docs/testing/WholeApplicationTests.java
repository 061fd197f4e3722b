package dev.caspian.docs.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.boot.test.AutoConfigureCaspianDatabase;
import dev.caspian.docs.guide.PrismaClient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
@AutoConfigureCaspianDatabase
class WholeApplicationTests {

    @Test
    void hasItsComponentsAndADatabase(@Autowired Accounts accounts, @Autowired PrismaClient prisma) {
        accounts.open("alice@example.com", "Alice");

        assertThat(prisma.user().count()).isOne();
    }
}
