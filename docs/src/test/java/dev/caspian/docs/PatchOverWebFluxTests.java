package dev.caspian.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.boot.json.CaspianJacksonAutoConfiguration;
import dev.caspian.boot.json.CaspianPatchAutoConfiguration;
import dev.caspian.docs.guide.User;
import dev.caspian.query.FieldAssignment;
import dev.caspian.record.Patch;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** What somebody sends wrongly is answered with 400 in WebFlux; the demonstration's tests show it in Spring MVC. */
class PatchOverWebFluxTests {

    @RestController
    static class Users {

        @PatchMapping("/users")
        List<String> change(@RequestBody Patch<User> body) {
            return body.only(User.NAME, User.EMAIL).stream()
                    .map(FieldAssignment::toString)
                    .toList();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebFlux
    static class Web implements WebFluxConfigurer {

        private final JsonMapper mapper;

        Web(JsonMapper mapper) {
            this.mapper = mapper;
        }

        @Override
        public void configureHttpMessageCodecs(ServerCodecConfigurer codecs) {
            codecs.defaultCodecs().jacksonJsonDecoder(new JacksonJsonDecoder(mapper));
        }
    }

    private static void sending(String json, Consumer<WebTestClient.ResponseSpec> answer) {
        new ReactiveWebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        JacksonAutoConfiguration.class,
                        CaspianJacksonAutoConfiguration.class,
                        CaspianPatchAutoConfiguration.class))
                .withUserConfiguration(Web.class, Users.class)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    answer.accept(WebTestClient.bindToApplicationContext(context.getSourceApplicationContext())
                            .build()
                            .patch()
                            .uri("/users")
                            .contentType(MediaType.APPLICATION_JSON)
                            .bodyValue(json)
                            .exchange());
                });
    }

    @Test
    void whatMayBeChangedIsTaken() {
        sending(
                "{\"name\":null}",
                answer -> answer.expectStatus()
                        .isOk()
                        .expectBody()
                        .jsonPath("$.length()")
                        .isEqualTo(1));
    }

    // Red without the bean `caspianPatchProblems`: 500.
    @Test
    void aFieldThatMayNotBeChangedIsABadRequest() {
        sending(
                "{\"loginCount\":1}",
                answer -> answer.expectStatus()
                        .isBadRequest()
                        .expectBody()
                        .jsonPath("$.detail")
                        .isEqualTo(
                                "`User.loginCount` was sent, and is not among the fields that this call may change."));
    }

    @Test
    void aWrongTypeIsABadRequest() {
        sending("{\"loginCount\":\"x\"}", answer -> answer.expectStatus().isBadRequest());
    }

    @Test
    void nullForARequiredFieldIsABadRequest() {
        sending("{\"email\":null}", answer -> answer.expectStatus().isBadRequest());
    }
}
