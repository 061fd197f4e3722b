package dev.caspian.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A file system in memory that is soon full. Only root can make one: elsewhere the test is skipped. */
final class SmallDisk implements AutoCloseable {

    private static final long ROOM = 100_000;

    private final Path directory;

    private SmallDisk(Path directory) {
        this.directory = directory;
    }

    static SmallDisk mount(int megabytes) throws IOException {
        Path directory = Files.createTempDirectory("disk");
        boolean mounted = Files.isExecutable(Path.of("/bin/mount"))
                && run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", directory.toString()) == 0;
        if (!mounted) {
            Files.delete(directory);
        }
        Assumptions.assumeTrue(mounted, "Only root can mount a small file system");
        return new SmallDisk(directory);
    }

    Path directory() {
        return directory;
    }

    /** Leaves room for a few bookings. */
    void fill() throws IOException {
        long room = Files.getFileStore(directory).getUsableSpace() - ROOM;
        Files.write(ballast(), new byte[Math.max(0, (int) room)]);
    }

    /** Makes room again. */
    void empty() throws IOException {
        Files.delete(ballast());
    }

    private Path ballast() {
        return directory.resolve("ballast");
    }

    private static int run(String... command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .onExit()
                .join()
                .exitValue();
    }

    @Override
    public void close() throws IOException {
        if (run("umount", directory.toString()) != 0) {
            throw new IOException("Something is still in use on " + directory);
        }
        Files.delete(directory);
    }
}
