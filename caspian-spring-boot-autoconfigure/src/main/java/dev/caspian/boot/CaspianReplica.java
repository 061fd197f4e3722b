package dev.caspian.boot;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.beans.factory.annotation.Qualifier;

/**
 * Marks the DataSource bean of a replica, from which read-only transactions read: where {@code caspian.replica.url} does not say
 * enough. Give it {@code @Bean(defaultCandidate = false)}, so that it is not taken for the application's own.
 */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Qualifier public @interface CaspianReplica {}
