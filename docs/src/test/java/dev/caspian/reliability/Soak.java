package dev.caspian.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

/** Whether tests run as long as their figures need, or only as long as it takes to show that nothing is lost. */
public final class Soak {

    private static final boolean ON = Boolean.getBoolean("caspian.soak");

    private Soak() {}

    static boolean isOn() {
        return ON;
    }

    /** The size of a test. */
    public static int choose(int inShort, int inSoak) {
        return ON ? inSoak : inShort;
    }

    /** Tells how long a test took since {@link System#nanoTime}, and requires that it was not longer, in soak alone. */
    public static void requireAtMost(Duration most, String test, long start) {
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        print(test, taken);
        if (ON) {
            assertThat(taken).as(test).isLessThanOrEqualTo(most);
        }
    }

    /** Tells what was measured, where somebody waits for it. */
    static void print(String test, Object figures) {
        if (ON) {
            System.out.println("[soak] " + test + ": " + figures);
        }
    }
}
