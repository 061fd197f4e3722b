package dev.caspian.psl.rule;

import dev.caspian.diagnostic.Span;
import java.nio.charset.StandardCharsets;

/** Whether the database can take a name that the schema gives. */
final class DatabaseNames {

    private DatabaseNames() {}

    static void checkLength(String name, Span span, RuleContext context) {
        int limit = context.traits().maximumIdentifierLength();
        if (name.getBytes(StandardCharsets.UTF_8).length > limit) {
            context.report(KeyRule.NAME_TOO_LONG, span, name, context.traits().displayName(), limit);
        }
    }
}
