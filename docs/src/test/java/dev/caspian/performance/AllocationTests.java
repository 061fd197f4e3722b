package dev.caspian.performance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.caspian.behaviour.TestDatabase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How many bytes a call allocates: unlike its time, that does not depend on what else the machine does.
 *
 * <p>It would depend on what the JVM's second compiler has found out so far, which lets objects vanish that do not leave a
 * method. So the processes of these tests do without it, and what they count is what the code asks for: an application
 * allocates less, as the benchmarks tell. Plans that are found by the shape of a query, by {@code PlanCache}, keep most of it
 * away.
 */
class AllocationTests {

    /** What versions of the JDK and of libraries differ in; a plan that is made anew costs many times as much. */
    private static final double MARGIN = 1.25;

    @ParameterizedTest
    @EnumSource
    void callsAllocateNoMoreThanTheyDid(TestDatabase database) throws Exception {
        Map<String, String> measured = measure(database);
        long plain = Long.parseLong(measured.remove(AllocationProcess.PLAIN));
        Map<String, String> expected = Figures.expected("bytes", database, measured);

        assertThat(measured).containsOnlyKeys(expected.keySet());
        SoftAssertions calls = new SoftAssertions();
        measured.forEach((call, bytes) -> calls.assertThat(Long.parseLong(bytes))
                .as(call)
                .isLessThanOrEqualTo((long) (MARGIN * Long.parseLong(expected.get(call)))));
        calls.assertThat(Long.parseLong(measured.get(Call.FIND_10_000.name())))
                .as("10,000 records, and the same by plain JDBC")
                .isLessThanOrEqualTo(plain);
        calls.assertAll();
    }

    private static Map<String, String> measure(TestDatabase database) throws Exception {
        try (Store store = Store.create(database)) {
            JavaProcess process = JavaProcess.run(
                    List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                    AllocationProcess.class,
                    database.name(),
                    store.url());
            assertThat(process.exitCode()).as(process.output()).isZero();
            Map<String, String> measured = new LinkedHashMap<>();
            process.output().lines().map(line -> line.split("=", 2)).forEach(cost -> measured.put(cost[0], cost[1]));
            return measured;
        }
    }
}
