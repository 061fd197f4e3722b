package com.example.replicas;

import com.example.replicas.prisma.PrismaClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application of the page, started with a primary and a replica, and what the tests ask of it. */
record ReplicaApplication(ConfigurableApplicationContext context) implements AutoCloseable {

    private static final String IN_RECOVERY = "SELECT pg_is_in_recovery()";

    /**
     * Starts it with empty tables, which it makes itself.
     *
     * @param replicaUrl where the replica is; empty if one of the other classes makes it
     * @param others what it is made of besides
     */
    static ReplicaApplication start(
            ReplicatedServers servers, String replicaUrl, Path migrations, List<Class<?>> others, String... properties)
            throws IOException {
        Files.writeString(migrations.resolve("migration_lock.toml"), "provider = \"postgresql\"\n");
        Path first = Files.createDirectories(migrations.resolve("20260101000000_first"));
        Files.writeString(first.resolve("migration.sql"), """
                CREATE TABLE "User" ("id" SERIAL PRIMARY KEY, "email" TEXT NOT NULL, "name" TEXT);
                CREATE UNIQUE INDEX "User_email_key" ON "User" ("email");
                CREATE TABLE "Post" ("id" SERIAL PRIMARY KEY, "title" TEXT NOT NULL, "authorId" INTEGER NOT NULL);
                ALTER TABLE "Post" ADD CONSTRAINT "Post_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User" ("id")
                  ON DELETE RESTRICT ON UPDATE CASCADE;
                """);
        List<String> arguments = new ArrayList<>(List.of(
                "--DATABASE_URL=" + servers.primaryUrl(),
                "--caspian.replica.url=" + replicaUrl,
                "--caspian.migrate.mode=deploy",
                // There are other clients on the class path, whose tables these are not.
                "--logging.level.dev.caspian.boot=error",
                "--caspian.migrations=" + migrations));
        for (String property : properties) {
            arguments.add("--" + property);
        }
        List<Class<?>> sources = new ArrayList<>(others);
        sources.add(Application.class);
        ReplicaApplication started = new ReplicaApplication(
                SpringApplication.run(sources.toArray(Class<?>[]::new), arguments.toArray(String[]::new)));
        started.empty();
        return started;
    }

    void empty() {
        prisma().executeRaw("TRUNCATE \"Post\", \"User\"");
    }

    PrismaClient prisma() {
        return context.getBean(PrismaClient.class);
    }

    Posts posts() {
        return context.getBean(Posts.class);
    }

    JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    /** Whether the client's own SQL is run by a standby. */
    boolean clientIsOnStandby() {
        return prisma().queryRaw(Boolean.class, IN_RECOVERY).get(0);
    }

    /** Whether SQL beside the client is run by a standby. */
    boolean jdbcIsOnStandby() {
        return jdbc().sql(IN_RECOVERY).query(Boolean.class).single();
    }

    @Override
    public void close() {
        context.close();
    }
}
