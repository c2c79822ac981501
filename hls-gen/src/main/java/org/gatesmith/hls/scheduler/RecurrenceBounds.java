package org.gatesmith.hls.scheduler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gatesmith.hls.design.IntervalBounds;
import org.gatesmith.hls.ir.Op;
import org.jspecify.annotations.Nullable;

/**
 * The smallest interval that the recurrences of a loop permit.
 *
 * <p>Carried values and dependences through memory are links from one iteration to a later one. Between two links lies the longest
 * chain of operations from the nodes that take the first to the node that the second leaves from; it is measured in whole cycles,
 * as every link ends in a register or memory. The bound is the largest ratio of cycles to iterations around a circle of links.
 *
 * <p>Accesses that conflict have as many links as they form pairs, but what follows a link depends on where it leads alone. So chains are
 * followed, and circles searched for, from one <em>origin</em> to the next: a set of nodes that links lead to together.
 */
final class RecurrenceBounds {

    private static final int UNREACHED = -1;

    private final OperationGraph graph;
    private final double usable;
    /** The nodes of the origins, by number of the origin. */
    private final List<List<Integer>> origins = new ArrayList<>();
    /** Links by the node that they leave from. */
    private final Map<Integer, List<Link>> leaving = new HashMap<>();

    private final List<Step> steps = new ArrayList<>();

    // From the origin that is followed, by node: the step in which it starts, when in that step its result is there,
    // and the node before.
    private final int[] start;
    private final double[] ready;
    private final int[] before;

    /**
     * From one iteration to one {@code distance} later.
     *
     * @param source node that it leaves from
     * @param origin that it leads to
     * @param delay from the source's start, or for a value from its result, to the start of the origin's nodes
     */
    private record Link(int source, int origin, int delay, int distance, boolean carriesValue) {}

    /**
     * From one origin to the next.
     *
     * @param end the node on the way that the link leaves from
     * @param cycles on the way, the link included
     */
    private record Step(int from, int end, int to, int cycles, int distance) {}

    /** Steps of which only the longest matters. */
    private record Way(int to, int distance) {}

    RecurrenceBounds(OperationGraph graph, double usable) {
        this.graph = graph;
        this.usable = usable;
        addLinks();
        this.start = new int[graph.size()];
        this.ready = new double[graph.size()];
        this.before = new int[graph.size()];
        Arrays.fill(start, UNREACHED);
        Arrays.fill(before, UNREACHED);
        for (int origin = 0; origin < origins.size(); origin++) {
            List<Integer> reached = follow(origin);
            addSteps(origin, reached);
            forget(reached);
        }
    }

    private void addLinks() {
        Map<List<Integer>, Integer> numbers = new HashMap<>();
        for (OperationGraph.Carry carry : graph.carries()) {
            if (carry.yield() instanceof OperationGraph.Yield.FromNode from) {
                add(new Link(from.node(), origin(carry.users(), numbers), 1, 1, true));
            }
        }
        for (OperationGraph.BackEdge edge : graph.backEdges()) {
            int origin = origin(List.of(edge.to()), numbers);
            add(new Link(edge.from(), origin, edge.delay(), edge.distance(), false));
        }
    }

    private int origin(List<Integer> nodes, Map<List<Integer>, Integer> numbers) {
        return numbers.computeIfAbsent(nodes, _ -> {
            origins.add(nodes);
            return numbers.size();
        });
    }

    private void add(Link link) {
        leaving.computeIfAbsent(link.source(), _ -> new ArrayList<>()).add(link);
    }

    /** The recurrence that forbids every smaller interval, if there is one. */
    Optional<IntervalBounds.Recurrence> strictest() {
        int interval = 1;
        Optional<List<Step>> strictest = Optional.empty();
        Optional<List<Step>> circle = circle(interval);
        while (circle.isPresent()) {
            strictest = circle;
            int cycles = circle.get().stream().mapToInt(Step::cycles).sum();
            int distance = circle.get().stream().mapToInt(Step::distance).sum();
            interval = Math.max(interval + 1, Math.ceilDiv(cycles, distance));
            circle = circle(interval);
        }
        return strictest.map(this::described);
    }

    private IntervalBounds.Recurrence described(List<Step> circle) {
        int cycles = circle.stream().mapToInt(Step::cycles).sum();
        int distance = circle.stream().mapToInt(Step::distance).sum();
        List<Op> ops = circle.stream()
                .flatMap(step -> path(step).stream())
                .map(node -> graph.nodes().get(node).first())
                .toList();
        return new IntervalBounds.Recurrence(Math.ceilDiv(cycles, distance), ops, cycles, distance);
    }

    // ---- chains between links

    /**
     * Longest chains from an origin, until {@link #forget}. Only the nodes that it reaches are looked at, and returned: a loop with
     * thousands of carried values has as many origins, most of which are a node or two.
     */
    private List<Integer> follow(int origin) {
        BitSet waiting = new BitSet();
        BitSet first = new BitSet();
        origins.get(origin).forEach(first::set);
        waiting.or(first);
        List<Integer> reached = new ArrayList<>();
        // Dependences lead to higher numbers, so a node comes after all that it waits for.
        for (int node = waiting.nextSetBit(0); node >= 0; node = waiting.nextSetBit(node + 1)) {
            reach(node, first.get(node));
            reached.add(node);
            graph.outgoing().get(node).forEach(edge -> waiting.set(edge.to()));
        }
        return reached;
    }

    private void forget(List<Integer> reached) {
        for (int node : reached) {
            start[node] = UNREACHED;
            before[node] = UNREACHED;
        }
    }

    private void addSteps(int origin, List<Integer> reached) {
        Map<Way, Step> longest = new LinkedHashMap<>();
        for (int node : reached) {
            for (Link link : leaving.getOrDefault(node, List.of())) {
                int latency = link.carriesValue() ? latency(node) : 0;
                int cycles = start[node] + latency + link.delay();
                longest.merge(
                        new Way(link.origin(), link.distance()),
                        new Step(origin, node, link.origin(), cycles, link.distance()),
                        (known, step) -> step.cycles() > known.cycles() ? step : known);
            }
        }
        steps.addAll(longest.values());
    }

    private void reach(int node, boolean isTarget) {
        int step = isTarget ? 0 : UNREACHED;
        double arrival = 0;
        for (OperationGraph.Dependence edge : graph.incoming().get(node)) {
            if (start[edge.from()] == UNREACHED) {
                continue;
            }
            boolean value = edge.kind() == OperationGraph.Kind.VALUE;
            int there = start[edge.from()] + (value ? latency(edge.from()) : edge.delay());
            double nanoseconds = value ? ready[edge.from()] : 0;
            if (there > step || (there == step && nanoseconds > arrival)) {
                step = there;
                arrival = nanoseconds;
                before[node] = edge.from();
            }
        }
        var timing = graph.nodes().get(node).timing();
        boolean combinational = timing.latency() == 0;
        double needed = timing.inputNanoseconds() + (combinational ? timing.outputNanoseconds() : 0);
        if (arrival + needed > usable && arrival > 0) {
            step++;
            arrival = 0;
        }
        start[node] = step;
        ready[node] = (combinational ? arrival : 0) + timing.outputNanoseconds();
    }

    private int latency(int node) {
        return graph.nodes().get(node).timing().latency();
    }

    /** The nodes on the way. */
    private List<Integer> path(Step step) {
        List<Integer> reached = follow(step.from());
        List<Integer> path = new ArrayList<>();
        for (int node = step.end(); node != UNREACHED; node = before[node]) {
            path.add(node);
        }
        forget(reached);
        Collections.reverse(path);
        return path;
    }

    // ---- circles of links

    /**
     * A circle that takes more cycles than its iterations last at an interval: Bellman and Ford's search, which ends as soon as the origins
     * of the longest chains are in a circle.
     */
    private Optional<List<Step>> circle(int interval) {
        long[] longest = new long[origins.size()];
        Step[] by = new Step[origins.size()];
        while (true) {
            boolean changed = false;
            for (Step step : steps) {
                long length = longest[step.from()] + step.cycles() - (long) step.distance() * interval;
                if (length > longest[step.to()]) {
                    longest[step.to()] = length;
                    by[step.to()] = step;
                    changed = true;
                }
            }
            if (!changed) {
                return Optional.empty();
            }
            Optional<List<Step>> circle = circleIn(by);
            if (circle.isPresent()) {
                return circle;
            }
        }
    }

    /** A circle of the last steps of chains. */
    private static Optional<List<Step>> circleIn(@Nullable Step[] by) {
        int[] walk = new int[by.length];
        for (int first = 0; first < by.length; first++) {
            int origin = first;
            while (walk[origin] == 0 && by[origin] != null) {
                walk[origin] = first + 1;
                origin = by[origin].from();
            }
            if (walk[origin] == first + 1) {
                return Optional.of(circleAt(origin, by));
            }
        }
        return Optional.empty();
    }

    private static List<Step> circleAt(int inside, @Nullable Step[] by) {
        List<Step> circle = new ArrayList<>();
        int at = inside;
        do {
            Step step = Objects.requireNonNull(by[at]);
            circle.add(step);
            at = step.from();
        } while (at != inside);
        Collections.reverse(circle);
        return circle;
    }
}
