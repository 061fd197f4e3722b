package dev.caspian.benchmarks.start;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * An application with a DataSource and nothing else. It tells when it is ready, and how many milliseconds of processor time it
 * has used until then.
 */
@SpringBootApplication
public class EmptyApplication {

    /** What it writes before the milliseconds. */
    static final String READY = "READY ";

    /**
     * Starts it.
     *
     * @param arguments first, what is asked for when it has started: nothing, a connection, or the bean of a class
     */
    public static void main(String[] arguments) throws Exception {
        try (ConfigurableApplicationContext context = SpringApplication.run(EmptyApplication.class, arguments)) {
            String wanted = arguments[0];
            if (wanted.equals("connection")) {
                context.getBean(DataSource.class).getConnection().close();
            } else if (!wanted.equals("nothing")) {
                context.getBean(Class.forName(wanted));
            }
            OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            System.out.println(READY + process.getProcessCpuTime() / 1_000_000);
        }
    }
}
