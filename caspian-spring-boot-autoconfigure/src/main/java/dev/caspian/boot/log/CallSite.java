package dev.caspian.boot.log;

import java.util.List;

/** Finds the line of the application that called a client. Stateless. */
final class CallSite {

    private static final List<String> NOT_THE_APPLICATION = List.of(
            "dev.caspian.boot.log.",
            "dev.caspian.boot.observation.",
            "dev.caspian.boot.sqlite.",
            "dev.caspian.client.",
            "dev.caspian.execute.",
            "dev.caspian.jdbc.",
            "com.zaxxer.hikari.",
            "java.",
            "jdk.",
            "org.springframework.");

    private CallSite() {}

    /** The innermost line that is neither of Caspian nor of what it stands on: {@code PostController.list(PostController.java:31)}. */
    static String current() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> isOfTheApplication(frame.getClassName()))
                        .findFirst()
                        .map(frame -> frame.toStackTraceElement().toString())
                        .orElse("an unknown line"));
    }

    private static boolean isOfTheApplication(String className) {
        return NOT_THE_APPLICATION.stream().noneMatch(className::startsWith) && !className.contains("$$");
    }
}
