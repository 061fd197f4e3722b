package demo;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A small application on Caspian: posts and their authors, todos, a log and sales. */
@SpringBootApplication
public class DemoApplication {

    /** Starts it at http://localhost:8080. */
    public static void main(String[] arguments) {
        SpringApplication.run(DemoApplication.class, arguments);
    }
}
