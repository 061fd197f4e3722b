package dev.caspian.boot.test;

import dev.caspian.boot.PrismaClientCustomizer;
import dev.caspian.client.PrismaInterceptor;
import dev.caspian.execute.QueryListener;
import java.util.Set;
import org.springframework.boot.test.context.filter.annotation.StandardAnnotationCustomizableTypeExcludeFilter;

/** Keeps the application's components out of a {@link CaspianTest}, but for those that change what its client does. */
final class CaspianTypeExcludeFilter extends StandardAnnotationCustomizableTypeExcludeFilter<CaspianTest> {

    CaspianTypeExcludeFilter(Class<?> testClass) {
        super(testClass);
    }

    @Override
    protected Set<Class<?>> getKnownIncludes() {
        return Set.of(PrismaInterceptor.class, PrismaClientCustomizer.class, QueryListener.class);
    }
}
