package dev.caspian.pin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * Watches, until it is closed, where virtual threads wait without leaving their carriers to others.
 *
 * <p>What is overlooked is the JVM's own, where it says so (since JDK 24): the first use of a class, and critical sections.
 */
public final class PinnedThreads implements AutoCloseable {

    private static final String PINNED = "jdk.VirtualThreadPinned";
    private static final Pattern OF_THE_JVM =
            Pattern.compile("VM call to .*<clinit>.*|Freeze or preempt failed \\(2\\)");
    private static final String STARTED = "jdk.VirtualThreadStart";

    /** What pinned the thread, which JDK 24 and later tell. */
    private static final String REASON = "pinnedReason";

    private final Recording recording = new Recording();

    public PinnedThreads() {
        recording.enable(PINNED).withThreshold(Duration.ZERO).withStackTrace();
        recording.enable(STARTED).withoutStackTrace();
        recording.start();
    }

    /**
     * What was seen.
     *
     * @param threads how many virtual threads started
     * @param pinned where each of those waits was, one stack trace each
     */
    public record Seen(long threads, List<String> pinned) {

        /** The waits in code of this package, or called by it. */
        public List<String> pinnedIn(String packageName) {
            return pinned.stream()
                    .filter(trace -> trace.contains(" " + packageName + "."))
                    .toList();
        }
    }

    /** Ends watching. */
    public Seen end() throws IOException {
        recording.stop();
        Path file = Files.createTempFile("pinned", ".jfr");
        try {
            recording.dump(file);
            List<RecordedEvent> events = RecordingFile.readAllEvents(file);
            long threads = events.stream()
                    .filter(event -> event.getEventType().getName().equals(STARTED))
                    .count();
            return new Seen(
                    threads,
                    events.stream()
                            .filter(event -> event.getEventType().getName().equals(PINNED))
                            .filter(event -> !OF_THE_JVM.matcher(reason(event)).matches())
                            .map(PinnedThreads::trace)
                            .toList());
        } finally {
            Files.delete(file);
        }
    }

    private static String reason(RecordedEvent event) {
        return event.hasField(REASON) ? String.valueOf(event.getString(REASON)) : "";
    }

    private static String trace(RecordedEvent event) {
        if (event.getStackTrace() == null) {
            return event.toString();
        }
        return event.getStackTrace().getFrames().stream()
                .map(frame -> "  " + frame.getMethod().getType().getName() + "."
                        + frame.getMethod().getName() + ":" + frame.getLineNumber() + " " + frame.getType())
                .collect(Collectors.joining("\n", event.getDuration() + " " + reason(event) + "\n", "\n"));
    }

    @Override
    public void close() {
        recording.close();
    }
}
