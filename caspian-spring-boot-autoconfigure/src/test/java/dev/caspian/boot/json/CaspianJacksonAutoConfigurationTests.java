package dev.caspian.boot.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.caspian.query.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jackson2.autoconfigure.Jackson2AutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.json.JsonMapper;

/** Both Jacksons read the client's values in a Boot application, each also without the other. */
class CaspianJacksonAutoConfigurationTests {

    private static final String DOCUMENT = "{\"a\":[1.10,\"x\",null]}";

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    JacksonAutoConfiguration.class,
                    CaspianJacksonAutoConfiguration.class,
                    CaspianPatchAutoConfiguration.class));

    // Without the bean `caspianJacksonModule`, Jackson 3 fails to read `Json`.
    @Test
    void jackson3ReadsAndWritesDocuments() {
        runner.run(context -> {
            JsonMapper mapper = context.getBean(JsonMapper.class);
            assertThat(mapper.readValue(DOCUMENT, Json.class)).isEqualTo(Json.parse(DOCUMENT));
            assertThat(mapper.writeValueAsString(List.of(Json.parse(DOCUMENT)))).isEqualTo("[" + DOCUMENT + "]");
        });
    }

    @Test
    @SuppressWarnings("removal") // Boot's support of Jackson 2 is to go; as long as it is there, so is ours.
    void jackson2ReadsAndWritesDocuments() {
        runner.withConfiguration(AutoConfigurations.of(Jackson2AutoConfiguration.class))
                .withClassLoader(new FilteredClassLoader("tools.jackson"))
                .run(context -> {
                    assertThat(context).doesNotHaveBean(CaspianJacksonModule.class);
                    ObjectMapper mapper = context.getBean(ObjectMapper.class);
                    assertThat(mapper.readValue(DOCUMENT, Json.class)).isEqualTo(Json.parse(DOCUMENT));
                    assertThat(mapper.writeValueAsString(List.of(Json.parse(DOCUMENT))))
                            .isEqualTo("[" + DOCUMENT + "]");
                });
    }

    @Test
    void jackson2IsNotMissed() {
        runner.withClassLoader(new FilteredClassLoader("com.fasterxml.jackson.databind"))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(CaspianJacksonModule.class)
                        .doesNotHaveBean("caspianJackson2Module"));
    }

    @Test
    void noJacksonIsMissed() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(CaspianJacksonAutoConfiguration.class))
                .withClassLoader(new FilteredClassLoader("com.fasterxml.jackson.databind", "tools.jackson"))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean("caspianJacksonModule")
                        .doesNotHaveBean("caspianJackson2Module"));
    }

    @Test
    void aModuleOfTheApplicationWins() {
        CaspianJacksonModule own = new CaspianJacksonModule();
        runner.withBean("own", CaspianJacksonModule.class, () -> own)
                .run(context -> assertThat(context.getBeansOfType(JacksonModule.class))
                        .containsValue(own)
                        .doesNotContainKey("caspianJacksonModule"));
    }

    @Test
    void onlyAWebApplicationAnswersProblems() {
        runner.run(context -> assertThat(context).doesNotHaveBean("caspianPatchProblems"));
        ReactiveWebApplicationContextRunner web = new ReactiveWebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(CaspianPatchAutoConfiguration.class));
        web.run(context -> assertThat(context).hasBean("caspianPatchProblems"));
        web.withClassLoader(new FilteredClassLoader("org.springframework.web.bind"))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean("caspianPatchProblems"));
    }
}
