package dev.caspian.boot;

import dev.caspian.client.PrismaSeeder;
import dev.caspian.jdbc.PrimaryScope;
import dev.caspian.migrate.PrismaMigrate;
import dev.caspian.migrate.SeedFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes first data: that of the SQL files, then that of the {@link PrismaSeeder} beans. Before all other runners, so that
 * they, and the requests that come when the application is ready, find it.
 */
final class SeedRunner implements ApplicationRunner, Ordered, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(SeedRunner.class);

    private final ConfigurableApplicationContext context;
    private final ApplicationDatabases databases;
    private final TransactionManagers managers;
    private final SeedMode mode;
    private final ClassLoader classLoader;
    private volatile @Nullable Thread seeding;

    SeedRunner(
            ConfigurableApplicationContext context,
            ApplicationDatabases databases,
            TransactionManagers managers,
            SeedMode mode,
            ClassLoader classLoader) {
        this.context = context;
        this.databases = databases;
        this.managers = managers;
        this.mode = mode;
        this.classLoader = classLoader;
    }

    /** One file or bean. */
    private record Seed(String name, Runnable work) {}

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (mode == SeedMode.NEVER) {
            return;
        }
        seeding = Thread.currentThread();
        try {
            // Seeds look for what they have just written.
            PrimaryScope.run(() -> {
                seed();
                return null;
            });
        } finally {
            seeding = null;
        }
        if (mode == SeedMode.ONLY) {
            // A scheduler or a listener of the application would keep it running.
            System.exit(SpringApplication.exit(context));
        }
    }

    /** Somebody ends the application while it seeds: the work in hand is given up, and undone. */
    @Override
    public void destroy() {
        Thread thread = seeding;
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void seed() {
        List<Seed> seeds = new ArrayList<>(files());
        seeds.addAll(beans());
        if (seeds.isEmpty()) {
            log.warn("There is nothing to seed: no `prisma/seed.sql`, no file in `prisma/seed` and no `PrismaSeeder`.");
            return;
        }
        long start = System.nanoTime();
        for (int i = 0; i < seeds.size(); i++) {
            log.info("Seeding with `{}` ({} of {})", seeds.get(i).name(), i + 1, seeds.size());
            seeds.get(i).work().run();
        }
        log.info(
                "Seeded the database in {} ms.",
                Duration.ofNanos(System.nanoTime() - start).toMillis());
    }

    private List<Seed> files() {
        List<SeedFile> files = SeedFile.onClasspath("prisma", classLoader);
        if (files.isEmpty()) {
            return List.of();
        }
        ApplicationDatabase database =
                databases.main("`caspian.seed.mode` is `" + mode.name().toLowerCase(Locale.ROOT) + "`");
        PrismaMigrate migrate = new PrismaMigrate(database.provider(null)).withProgress(log::info);
        return files.stream()
                .map(file -> new Seed(file.name(), () -> write(migrate, database, file)))
                .toList();
    }

    private static void write(PrismaMigrate migrate, ApplicationDatabase database, SeedFile file) {
        try {
            migrate.seed(database.dataSource(), file);
        } catch (RuntimeException e) {
            throw new SeedException(String.valueOf(e.getMessage()), e);
        }
    }

    private List<Seed> beans() {
        IdentityHashMap<PrismaSeeder, String> names = new IdentityHashMap<>();
        context.getBeansOfType(PrismaSeeder.class).forEach((name, seeder) -> names.put(seeder, name));
        return context.getBeanProvider(PrismaSeeder.class)
                .orderedStream()
                .map(seeder -> {
                    String name = names.getOrDefault(seeder, seeder.getClass().getName());
                    return new Seed(name, () -> write(name, seeder));
                })
                .toList();
    }

    private void write(String name, PrismaSeeder seeder) {
        TransactionOperations transactions = databases
                .mainDataSource()
                .flatMap(dataSource -> managers.about(dataSource, "the seeder `" + name + "`"))
                .<TransactionOperations>map(TransactionTemplate::new)
                .orElseGet(TransactionOperations::withoutTransaction);
        try {
            transactions.executeWithoutResult(status -> call(name, seeder));
        } catch (SeedException e) {
            throw e;
        } catch (RuntimeException e) {
            throw failed(name, e);
        }
    }

    private static void call(String name, PrismaSeeder seeder) {
        try {
            seeder.seed();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(name, e);
        } catch (Exception e) {
            throw failed(name, e);
        }
    }

    private static SeedException failed(String name, Exception cause) {
        return new SeedException("The seeder `" + name + "` failed: " + cause, cause);
    }
}
