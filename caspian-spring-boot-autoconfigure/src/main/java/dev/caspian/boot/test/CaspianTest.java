package dev.caspian.boot.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.autoconfigure.OverrideAutoConfiguration;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.transaction.annotation.Transactional;

/**
 * A test of what uses the generated client, and of nothing else: with the client, its database and its migrations, Spring's
 * transactions, {@code JdbcClient} and {@code JdbcTemplate}, but without the application's components.
 *
 * <p>What is tested is imported, with {@link org.springframework.context.annotation.Import @Import} or
 * {@link #includeFilters()}. Each test runs in a transaction that is rolled back. The database is that of
 * {@link AutoConfigureCaspianDatabase @AutoConfigureCaspianDatabase}, which may be added to say otherwise.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@BootstrapWith(CaspianTestContextBootstrapper.class)
@ExtendWith(SpringExtension.class)
@OverrideAutoConfiguration(enabled = false)
@TypeExcludeFilters(CaspianTypeExcludeFilter.class)
@Transactional
@AutoConfigureCaspianDatabase
@ImportAutoConfiguration
public @interface CaspianTest {

    /** Properties of the test, as {@code name=value}; they win over those of the application. */
    String[] properties() default {};

    /** Whether the application's components are left out that no filter includes. */
    boolean useDefaultFilters() default true;

    /** Which of the application's components the test has. */
    ComponentScan.Filter[] includeFilters() default {};

    /** Which of the application's components the test has not, although they would be included. */
    ComponentScan.Filter[] excludeFilters() default {};

    /** Auto-configurations that the test does not have. */
    @AliasFor(annotation = ImportAutoConfiguration.class, attribute = "exclude")
    Class<?>[] excludeAutoConfiguration() default {};
}
