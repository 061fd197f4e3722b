package dev.caspian.benchmarks.compare;

import dev.caspian.benchmarks.peer.PeerName;
import dev.caspian.benchmarks.peer.Product;
import dev.caspian.benchmarks.workload.Workload;
import java.util.List;
import java.util.Map;

/** What a comparison has shown on one product, by workload. Immutable. */
record Results(Product product, List<PeerName> peers, Map<Workload, Figures> figures) {

    /** Whom the others are compared with. */
    PeerName measure() {
        return peers.get(0);
    }
}
