package dev.caspian.boot;

import dev.caspian.client.CaspianClient;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.beans.factory.annotation.Qualifier;

/**
 * Marks the DataSource bean of generated clients, where an application has several: that which is {@code @Primary} may then
 * be another. The clients, the migrations and the first data are for the database of the marked one. Clients take part
 * in the transactions of the manager that is about the same DataSource.
 */
@Documented
@Qualifier @Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
public @interface CaspianDataSource {

    /** The clients that have it; if none is named, all those that no other DataSource names. */
    Class<? extends CaspianClient>[] value() default {};

    /**
     * Where its migrations are: {@code classpath:} and a folder of resources, or the path of a folder;
     * properties are named as <code>${…}</code>. Without it, those of the property {@code caspian.migrations} are for the
     * database that all clients have, or those that are named nowhere; others have none.
     */
    String migrations() default "";
}
