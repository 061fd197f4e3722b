package dev.caspian.boot.developed;

import dev.caspian.boot.client.NotesClient;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** An application whose developer has forgotten an index. */
@SpringBootApplication
public class DevelopedApplication {

    /** Starts it, and ends it. */
    public static void main(String[] arguments) {
        SpringApplication.run(DevelopedApplication.class, arguments).close();
    }

    @Bean
    ApplicationRunner work(NotesClient notes) {
        return arguments -> {
            notes.executeRaw("INSERT INTO \"Note\" (\"text\") WITH RECURSIVE n(i) AS"
                    + " (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) SELECT i FROM n");
            System.out.println("AT WORK: "
                    + notes.queryRaw(String.class, "SELECT \"text\" FROM \"Note\" WHERE \"text\" = ?", "1000"));
        };
    }
}
