package dev.caspian.reliability;

/** Whether tests run as long as their figures need, or only as long as it takes to show that nothing is lost. */
final class Soak {

    private static final boolean ON = Boolean.getBoolean("caspian.soak");

    private Soak() {}

    static boolean isOn() {
        return ON;
    }

    /** The size of a test. */
    static int choose(int inShort, int inSoak) {
        return ON ? inSoak : inShort;
    }

    /** Tells what was measured, where somebody waits for it. */
    static void print(String test, Object figures) {
        if (ON) {
            System.out.println("[soak] " + test + ": " + figures);
        }
    }
}
