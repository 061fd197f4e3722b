package dev.caspian.boot;

import dev.caspian.client.CaspianClient;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What an application prints that does not start, as its user reads it.
 *
 * @param description what happened, and where
 * @param action what to do
 */
record FailedStart(String description, String action) {

    private static final Pattern REPORT = Pattern.compile(
            "\n\\*+\nAPPLICATION FAILED TO START\n\\*+\n\nDescription:\n\n(.+)\n\nAction:\n\n(.+?)\n*\\z",
            Pattern.DOTALL);

    @Configuration(proxyBeanMethods = false)
    static class Application {

        /** Whoever uses the client, so that it is made. */
        @Bean
        String work(CaspianClient client) {
            return client.toString();
        }
    }

    /** Starts an application, and reads what it printed last. */
    static FailedStart of(CapturedOutput output, TestProject project, String url, String... arguments) {
        int before = output.getAll().length();
        try {
            SeedTests.start(project, url, Application.class, arguments).close();
        } catch (RuntimeException e) {
            String printed = output.getAll().substring(before).replace("\r\n", "\n");
            Matcher report = REPORT.matcher(printed);
            if (!report.find()) {
                throw new AssertionError("It printed no report", e);
            }
            return new FailedStart(report.group(1), report.group(2));
        }
        throw new AssertionError("It started");
    }
}
