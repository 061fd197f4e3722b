package dev.caspian.client;

/**
 * Writes first data into the database: a bean of the application, which the command {@code db seed} runs, and Spring
 * Boot at the start where {@code caspian.seed.mode} says so.
 *
 * <pre>{@code
 * @Bean
 * PrismaSeeder roles(PrismaClient prisma) {
 *     return () -> prisma.role().upsert(r -> r.where(Role.NAME.eq("admin")).create(c -> c.name("admin")));
 * }
 * }</pre>
 *
 * <p>Several run in the order that {@link org.springframework.core.annotation.Order} gives them, each in one transaction,
 * so that one that fails leaves nothing behind. It must bear to run again: {@code upsert} and {@code skipDuplicates} are
 * the usual means.
 */
@FunctionalInterface
public interface PrismaSeeder {

    /**
     * Writes the data.
     *
     * @throws Exception if it cannot; the transaction is rolled back then
     */
    void seed() throws Exception;
}
