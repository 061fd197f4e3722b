package dev.caspian.boot.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.PropertyMapping;
import org.springframework.boot.test.context.PropertyMapping.Skip;

/**
 * Gives a test a database that may be written to, of the product that the client was generated for, with every migration.
 *
 * <p>That is a database which the test names itself, or else a temporary file of SQLite. For other products the test must
 * name one. Part of {@link CaspianTest @CaspianTest}; also for
 * {@link org.springframework.boot.test.context.SpringBootTest @SpringBootTest} and other slices.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration
@PropertyMapping("caspian.test.database")
public @interface AutoConfigureCaspianDatabase {

    /** Which database of the application's another one takes the place of. */
    @PropertyMapping(skip = Skip.ON_DEFAULT_VALUE)
    Replace replace() default Replace.NON_TEST;

    /** Which database of the application's another one takes the place of. */
    enum Replace {

        /**
         * Any but one that the test names. It does so by a container with {@code @ServiceConnection}, by a
         * {@code DataSource} or {@code JdbcConnectionDetails} in a {@code @TestConfiguration}, or by an address among its
         * own properties: those of {@code @DynamicPropertySource}, {@code @TestPropertySource} and {@code properties}.
         */
        NON_TEST,

        /** None: the test uses the database that the application is configured for, as it is. */
        NONE
    }
}
