package dev.caspian.fuzz;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Spoils texts at random and hands them to a check, which must not throw anything.
 *
 * <p>{@code -Dcaspian.fuzz.seed} repeats a run, {@code -Dcaspian.fuzz.rounds} makes it longer. With {@code -Dcaspian.soak}
 * it goes on for the time that the test says.
 */
public final class Fuzzing {

    private final List<String> texts;
    private final List<String> fragments;
    private final long seed = Long.getLong("caspian.fuzz.seed", System.nanoTime());
    private final Random random = new Random(seed);

    /**
     * Prepares a run.
     *
     * @param texts what is spoilt
     * @param fragments what is put into it
     */
    public Fuzzing(List<String> texts, List<String> fragments) {
        this.texts = texts;
        this.fragments = fragments;
    }

    /** Checks spoilt texts. */
    public void run(int rounds, Duration soak, Consumer<String> check) {
        int least = Integer.getInteger("caspian.fuzz.rounds", rounds);
        long time = Boolean.getBoolean("caspian.soak") ? soak.toNanos() : 0;
        long start = System.nanoTime();
        for (int round = 0; round < least || System.nanoTime() - start < time; round++) {
            String text = pick(texts);
            for (int i = random.nextInt(6); i >= 0; i--) {
                text = spoilt(text);
            }
            try {
                check.accept(text);
            } catch (RuntimeException | StackOverflowError | AssertionError e) {
                throw new AssertionError("With -Dcaspian.fuzz.seed=" + seed + " this text fails:\n" + text, e);
            }
        }
    }

    private String spoilt(String text) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(12));
        return switch (random.nextInt(6)) {
            case 0 -> text.substring(0, from) + text.substring(to);
            case 1 -> text.substring(0, from) + text.substring(from, to).repeat(2) + text.substring(to);
            case 2, 3 -> text.substring(0, from) + pick(fragments) + text.substring(from);
            case 4 -> text.substring(0, from) + (char) random.nextInt(0x3000) + text.substring(to);
            default -> {
                String other = pick(texts);
                yield text.substring(0, from) + other.substring(random.nextInt(other.length() + 1));
            }
        };
    }

    private String pick(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
