package com.example.extending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.caspian.boot.PrismaClientCustomizer;
import dev.caspian.client.PrismaInterceptor;
import dev.caspian.docs.guide.Log;
import dev.caspian.docs.guide.Post;
import dev.caspian.docs.guide.PrismaClient;
import dev.caspian.docs.guide.Sales;
import dev.caspian.docs.guide.User;
import dev.caspian.error.FieldNotLoadedException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Runs the samples of the page on extending the client. */
@SpringBootTest(classes = ExtendingGuideTests.Application.class, properties = "caspian.omit=User.email")
class ExtendingGuideTests {

    @TempDir
    private static Path directory;

    @Autowired
    private PrismaClient prisma;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("DATABASE_URL", () -> "file:" + directory.resolve("guide.db"));
        properties.add("caspian.migrate-on-startup", () -> "true");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(Tenants.class)
    static class Application {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        PrismaInterceptor softDeletion(Clock clock) {
            return PrismaInterceptor.of(Post.class, posts -> {
                if (posts.kind().hasWhere()) {
                    posts.where(Post.DELETED_AT.isNull());
                }
                return switch (posts.kind()) {
                    case DELETE, DELETE_MANY -> posts.updateInstead(Post.DELETED_AT.set(clock.instant()));
                    default -> posts.proceed();
                };
            });
        }

        @Bean
        PrismaInterceptor audit(ObjectProvider<PrismaClient> prisma) {
            return operation -> {
                Object result = operation.proceed();
                if (operation.kind().hasData() && !operation.isAbout(Log.class)) {
                    prisma.getObject().log().create(l -> l.action(operation.toString()));
                }
                return result;
            };
        }

        @Bean
        PrismaClientCustomizer discretion() {
            return (options, client) -> options.omit(User.NAME);
        }
    }

    @Test
    void aDeletedPostIsThereAndNotFound() {
        User user = prisma.user().create(u -> u.email("ann@example.com"));
        Post post = prisma.post().create(p -> p.title("Gone").authorId(user.id()));

        assertThat(prisma.post().delete(Post.ID.eq(post.id())).deletedAt()).isNotNull();

        assertThat(prisma.post().findUnique(Post.ID.eq(post.id()))).isEmpty();
        assertThat(prisma.queryRaw(Long.class, "SELECT count(*) FROM \"Post\"")).containsExactly(1L);
        assertThat(prisma.log().count(Log.ACTION.eq("Post.create"))).isEqualTo(1);
    }

    @Test
    void aTenantSeesItsOwnRecordsOnly() {
        for (String region : new String[] {"north", "south"}) {
            Tenants.CURRENT.set(region);
            prisma.sales().create(s -> s.amount(BigDecimal.TEN).status("open").region("west"));
        }

        assertThat(prisma.sales().findMany()).extracting(Sales::region).containsExactly("south");
        Tenants.CURRENT.remove();
    }

    @Test
    void omittedFieldsAreNotLoaded() {
        User user = prisma.user().create(u -> u.email("bob@example.com").name("Bob"));

        assertThatExceptionOfType(FieldNotLoadedException.class).isThrownBy(user::email);
        assertThatExceptionOfType(FieldNotLoadedException.class).isThrownBy(user::name);
        assertThat(prisma.user().findMany(q -> q.where(User.ID.eq(user.id())), User.EMAIL))
                .containsExactly("bob@example.com");
    }
}
