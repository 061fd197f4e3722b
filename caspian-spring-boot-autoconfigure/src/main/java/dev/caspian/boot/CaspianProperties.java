package dev.caspian.boot;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The properties that begin with {@code caspian}.
 *
 * @param migrateOnStartup Whether to apply pending migrations before the application uses its database.
 * @param migrations Where the migrations are: `classpath:` and a folder of resources, or the path of a folder.
 */
@ConfigurationProperties("caspian")
public record CaspianProperties(
        @DefaultValue("false") boolean migrateOnStartup,
        @DefaultValue("classpath:prisma/migrations") String migrations) {}
