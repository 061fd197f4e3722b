package dev.caspian.leak;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Fails every test that leaves a connection, statement or cursor open, and every class of tests that does.
 *
 * <p>JUnit finds it by itself where this is on the class path: nobody has to think of it.
 */
public final class LeakExtension implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    static {
        JdbcWatch.install();
    }

    private static final Namespace NAMESPACE = Namespace.create(LeakExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        remember(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        remember(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        requireClosed(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        requireClosed(context);
    }

    private void remember(ExtensionContext context) {
        context.getStore(NAMESPACE).put(context.getUniqueId(), OpenResources.count());
    }

    private void requireClosed(ExtensionContext context) {
        JdbcWatch.requireWatch();
        long start = context.getStore(NAMESPACE).get(context.getUniqueId(), Long.class);
        List<OpenResource> open = OpenResources.takeSince(start);
        if (!open.isEmpty()) {
            throw new AssertionError("`" + context.getDisplayName() + "` left open:\n"
                    + open.stream().map(OpenResource::toString).collect(Collectors.joining("\n")));
        }
    }
}
