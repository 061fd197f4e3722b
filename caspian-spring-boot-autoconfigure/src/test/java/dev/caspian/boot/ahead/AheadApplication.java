package dev.caspian.boot.ahead;

import com.zaxxer.hikari.HikariDataSource;
import dev.caspian.boot.CaspianDataSource;
import dev.caspian.boot.client.NotesClient;
import dev.caspian.boot.client.postgresql.PostgresNotesClient;
import java.util.List;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** An application that is processed ahead of time. */
@SpringBootApplication
public class AheadApplication {

    /** Starts it, and ends it. */
    public static void main(String[] arguments) {
        SpringApplication.run(AheadApplication.class, arguments).close();
    }

    /** What a bean read when it was made, which is before those of auto-configurations are made that nobody asks for. */
    record FirstLook(List<String> texts) {}

    @Bean
    FirstLook firstLook(NotesClient notes) {
        return new FirstLook(notes.texts());
    }

    /** The database of a client that is not there. */
    @Bean(defaultCandidate = false)
    @CaspianDataSource(value = PostgresNotesClient.class, migrations = "classpath:/other/migrations/")
    HikariDataSource other() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:sqlite:other.db");
        return pool;
    }

    @Bean
    ApplicationRunner work(NotesClient notes, FirstLook first) {
        return arguments -> {
            notes.write("written");
            System.out.println("AT WORK: " + first.texts() + ", then " + notes.texts());
        };
    }
}
