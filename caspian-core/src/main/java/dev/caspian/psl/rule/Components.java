package dev.caspian.psl.rule;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;

/**
 * The strongly connected components of a graph: two nodes are in the same one if each can be reached from the other.
 * Found in linear time by Tarjan's algorithm, without recursion, for a schema may be as deep as it is long.
 */
final class Components<N> {

    private final Function<N, ? extends Collection<N>> successors;
    private final Map<N, Visit<N>> visits = new HashMap<>();
    private final Deque<Visit<N>> open = new ArrayDeque<>();
    private int components;

    private Components(Function<N, ? extends Collection<N>> successors) {
        this.successors = successors;
    }

    private static final class Visit<N> {
        private final int index;
        private final Iterator<N> next;
        private int lowest;
        private int component = -1;

        Visit(int index, Iterator<N> next) {
            this.index = index;
            this.lowest = index;
            this.next = next;
        }
    }

    static <N> Components<N> of(Collection<N> nodes, Function<N, ? extends Collection<N>> successors) {
        Components<N> found = new Components<>(successors);
        for (N node : nodes) {
            if (!found.visits.containsKey(node)) {
                found.visit(node);
            }
        }
        return found;
    }

    /** Whether each of the two nodes can be reached from the other. A node is always together with itself. */
    boolean together(N a, N b) {
        Visit<N> first = visits.get(a);
        Visit<N> second = visits.get(b);
        return first != null && second != null && first.component == second.component;
    }

    private Visit<N> enter(N node, Deque<Visit<N>> path) {
        Visit<N> visit = new Visit<>(visits.size(), successors.apply(node).iterator());
        visits.put(node, visit);
        open.push(visit);
        path.push(visit);
        return visit;
    }

    private void visit(N root) {
        Deque<Visit<N>> path = new ArrayDeque<>();
        enter(root, path);
        while (!path.isEmpty()) {
            Visit<N> current = path.element();
            if (current.next.hasNext()) {
                N successor = current.next.next();
                Visit<N> known = visits.get(successor);
                if (known == null) {
                    enter(successor, path);
                } else if (known.component < 0) {
                    current.lowest = Math.min(current.lowest, known.index);
                }
            } else {
                path.pop();
                if (!path.isEmpty()) {
                    path.element().lowest = Math.min(path.element().lowest, current.lowest);
                }
                if (current.lowest == current.index) {
                    close(current);
                }
            }
        }
    }

    private void close(Visit<N> first) {
        Visit<N> last;
        do {
            last = open.pop();
            last.component = components;
        } while (last.index != first.index);
        components++;
    }
}
