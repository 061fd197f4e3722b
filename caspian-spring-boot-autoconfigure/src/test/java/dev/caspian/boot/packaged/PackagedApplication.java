package dev.caspian.boot.packaged;

import dev.caspian.client.CaspianClient;
import dev.caspian.client.PrismaSeeder;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** An application that is put into a jar, and would run for ever. */
@SpringBootApplication
public class PackagedApplication {

    /** Starts it. */
    public static void main(String[] arguments) {
        SpringApplication.run(PackagedApplication.class, arguments);
    }

    @Bean
    PrismaSeeder notes(CaspianClient client) {
        return () -> client.executeRaw("INSERT INTO \"Note\" (\"id\", \"text\") VALUES (2, 'by a bean')");
    }

    @Bean
    ApplicationRunner work() {
        return arguments -> System.out.println("AT WORK");
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService heartbeat() {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
        executor.scheduleAtFixedRate(() -> {}, 1, 1, TimeUnit.SECONDS);
        return executor;
    }
}
