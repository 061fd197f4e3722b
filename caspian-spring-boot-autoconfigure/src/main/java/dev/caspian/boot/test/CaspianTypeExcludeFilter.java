package dev.caspian.boot.test;

import org.springframework.boot.test.context.filter.annotation.StandardAnnotationCustomizableTypeExcludeFilter;

/** Keeps the application's components out of a {@link CaspianTest}. */
final class CaspianTypeExcludeFilter extends StandardAnnotationCustomizableTypeExcludeFilter<CaspianTest> {

    CaspianTypeExcludeFilter(Class<?> testClass) {
        super(testClass);
    }
}
