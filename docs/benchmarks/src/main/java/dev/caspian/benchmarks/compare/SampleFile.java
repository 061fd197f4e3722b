package dev.caspian.benchmarks.compare;

import dev.caspian.benchmarks.peer.PeerName;
import dev.caspian.benchmarks.peer.Product;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Every sample, as a line of a CSV file. */
final class SampleFile implements AutoCloseable {

    private final Writer lines;

    SampleFile(Path file) throws IOException {
        lines = Files.newBufferedWriter(file);
        lines.write("database,workload,size,threads,users,models,peer,round,calls_per_second,bytes_per_call\n");
    }

    void write(Product product, Slice slice, List<PeerName> peers, Figures figures) throws IOException {
        for (PeerName peer : peers) {
            List<Optional<Sample>> rounds = figures.of(peer);
            for (int round = 0; round < rounds.size(); round++) {
                lines.write(String.join(
                        ",",
                        product.name(),
                        slice.workload().name(),
                        String.valueOf(slice.size()),
                        String.valueOf(slice.threads()),
                        String.valueOf(slice.users()),
                        String.valueOf(slice.models()),
                        peer.name(),
                        String.valueOf(round + 1),
                        rounds.get(round)
                                .map(sample -> sample.speed() + "," + sample.bytes())
                                .orElse("failed,failed")));
                lines.write('\n');
            }
        }
        lines.flush();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
