package dev.caspian.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.docs.guide.Post;
import dev.caspian.docs.guide.PrismaClient;
import dev.caspian.docs.guide.User;
import dev.caspian.record.Patch;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.autoconfigure.json.JsonTest;
import org.springframework.boot.test.json.JacksonTester;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.ContextConfiguration;

/**
 * {@code @JsonTest} reads and writes records and patches, and needs no database.
 *
 * <p>Reading is red without {@code AutoConfigureJson.imports} in {@code META-INF/spring}.
 */
@JsonTest
@ContextConfiguration(classes = JsonSliceTests.Application.class)
class JsonSliceTests {

    @Autowired
    private JacksonTester<User> users;

    @Autowired
    private JacksonTester<Patch<User>> patches;

    @Autowired
    private ApplicationContext context;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}

    @Test
    void aRecordIsWrittenAsItWasLoaded() throws IOException {
        User user = User.of(User.NAME.value(null), User.POSTS.value(List.of(Post.of(Post.TITLE.value("One")))));
        assertThat(users.write(user)).isStrictlyEqualToJson("{\"name\":null,\"posts\":[{\"title\":\"One\"}]}");
    }

    @Test
    void aRecordIsReadAsItWasSent() throws IOException {
        assertThat(users.parse("{\"name\":null,\"posts\":[{\"title\":\"One\"}]}"))
                .isEqualTo(User.of(User.NAME.value(null), User.POSTS.value(List.of(Post.of(Post.TITLE.value("One"))))));
    }

    @Test
    void aPatchIsReadAsItWasSent() throws IOException {
        assertThat(patches.parseObject("{\"name\":null}").only(User.NAME, User.EMAIL))
                .containsExactly(User.NAME.set(null));
    }

    @Test
    void thereIsNoClient() {
        assertThat(context.getBeanNamesForType(PrismaClient.class)).isEmpty();
    }
}
