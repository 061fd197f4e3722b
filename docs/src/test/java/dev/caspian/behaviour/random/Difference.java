package dev.caspian.behaviour.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One query, and how its answer differs from what was expected. */
final class Difference {

    private String query = "";
    private @Nullable String text;

    void query(String written) {
        query = written;
    }

    /** Remembers that two results are not the same. */
    void compare(@Nullable Object expected, @Nullable Object actual) {
        if (text == null && !Comparing.same(expected, actual)) {
            text = "expected " + show(expected) + "\nbut was  " + show(actual);
        }
    }

    private static String show(@Nullable Object result) {
        if (result instanceof List<?> list) {
            StringBuilder lines = new StringBuilder();
            list.forEach(element -> lines.append("\n    ").append(element));
            return lines.toString();
        }
        return result instanceof Map<?, ?> map ? show(new ArrayList<>(map.values())) : String.valueOf(result);
    }

    /** Runs what must be refused. */
    void refuses(Refusal refusal, Supplier<@Nullable Object> work) {
        try {
            work.get();
        } catch (RuntimeException e) {
            if (!refusal.is(e)) {
                failed(e);
                text = "expected " + refusal.getMessage() + ", but " + text;
            }
            return;
        }
        text = "expected " + refusal.getMessage() + ", but nothing was refused";
    }

    void failed(RuntimeException failure) {
        StringBuilder lines = new StringBuilder("failed with " + failure);
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            lines.append("\n    ").append(cause);
            for (int i = 0; i < Math.min(6, cause.getStackTrace().length); i++) {
                lines.append("\n        at ").append(cause.getStackTrace()[i]);
            }
        }
        text = lines.toString();
    }

    boolean isNone() {
        return text == null;
    }

    @Override
    public String toString() {
        return query + "\n" + Objects.requireNonNullElse(text, "no difference");
    }
}
