package dev.caspian.benchmarks.compare;

import dev.caspian.benchmarks.peer.PeerName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** The samples of one workload, of all rounds and peers. Not thread-safe. */
final class Figures {

    private final Map<PeerName, List<Optional<Sample>>> samples = new EnumMap<>(PeerName.class);

    /** Notes what a peer has shown in the next round, or that it has failed. */
    void add(PeerName peer, Optional<Sample> sample) {
        samples.computeIfAbsent(peer, name -> new ArrayList<>()).add(sample);
    }

    /** What a peer has shown in each round. */
    List<Optional<Sample>> of(PeerName peer) {
        return samples.getOrDefault(peer, List.of());
    }

    /** Calls per second; none where a call has failed. */
    OptionalDouble speed(PeerName peer) {
        return medianOf(peer, Sample::speed);
    }

    /** Bytes that a call allocates. */
    OptionalDouble bytes(PeerName peer) {
        return medianOf(peer, Sample::bytes);
    }

    /** How many times as fast as another peer: rounds are compared, because all peers had the same weather in each. */
    OptionalDouble ratio(PeerName peer, PeerName measure) {
        List<Optional<Sample>> own = of(peer);
        List<Optional<Sample>> others = of(measure);
        if (anyFailed(own) || anyFailed(others)) {
            return OptionalDouble.empty();
        }
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            ratios.add(own.get(i).orElseThrow().speed()
                    / others.get(i).orElseThrow().speed());
        }
        return median(ratios);
    }

    private OptionalDouble medianOf(PeerName peer, ToDoubleFunction<Sample> value) {
        List<Optional<Sample>> own = of(peer);
        return anyFailed(own)
                ? OptionalDouble.empty()
                : median(own.stream()
                        .map(sample -> value.applyAsDouble(sample.orElseThrow()))
                        .toList());
    }

    private static boolean anyFailed(List<Optional<Sample>> rounds) {
        return rounds.isEmpty() || rounds.stream().anyMatch(Optional::isEmpty);
    }

    private static OptionalDouble median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return OptionalDouble.of(
                sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2);
    }
}
