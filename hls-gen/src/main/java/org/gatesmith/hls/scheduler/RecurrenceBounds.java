package org.gatesmith.hls.scheduler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
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
 */
final class RecurrenceBounds {

    private static final int UNREACHED = -1;

    private final OperationGraph graph;
    private final double usable;
    private final List<Link> links = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    /** Links by the node that they leave from. */
    private final Map<Integer, List<Integer>> leaving = new HashMap<>();

    // Of the link that is followed, by node: the step in which it starts, when in that step its result is there, and
    // the node before.
    private final int[] start;
    private final double[] ready;
    private final int[] before;

    /**
     * From one iteration to one {@code distance} later.
     *
     * @param source node that it leaves from, or {@link #UNREACHED} if its value is known beforehand
     * @param targets nodes that it leads to
     * @param delay from the source's start, or for a value from its result, to the targets' start
     */
    private record Link(int source, List<Integer> targets, int delay, int distance, boolean carriesValue) {}

    /**
     * From one link to the next.
     *
     * @param cycles on the way, the second link included
     * @param path nodes on the way
     */
    private record Step(int from, int to, int cycles, int distance, List<Integer> path) {}

    RecurrenceBounds(OperationGraph graph, double usable) {
        this.graph = graph;
        this.usable = usable;
        for (OperationGraph.Carry carry : graph.carries()) {
            int source = carry.yield() instanceof OperationGraph.Yield.FromNode from ? from.node() : UNREACHED;
            links.add(new Link(source, carry.users(), 1, 1, true));
        }
        for (OperationGraph.BackEdge edge : graph.backEdges()) {
            links.add(new Link(edge.from(), List.of(edge.to()), edge.delay(), edge.distance(), false));
        }
        for (int link = 0; link < links.size(); link++) {
            if (links.get(link).source() != UNREACHED) {
                leaving.computeIfAbsent(links.get(link).source(), _ -> new ArrayList<>())
                        .add(link);
            }
        }
        this.start = new int[graph.size()];
        this.ready = new double[graph.size()];
        this.before = new int[graph.size()];
        Arrays.fill(start, UNREACHED);
        Arrays.fill(before, UNREACHED);
        for (int link = 0; link < links.size(); link++) {
            follow(link);
        }
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
                .flatMap(step -> step.path().stream())
                .map(node -> graph.nodes().get(node).first())
                .toList();
        return new IntervalBounds.Recurrence(Math.ceilDiv(cycles, distance), ops, cycles, distance);
    }

    // ---- chains between links

    /**
     * Longest chains from where a link leads to. Only the nodes that it reaches are looked at: a loop with thousands of carried values
     * has as many links, most of which lead to a node or two.
     */
    private void follow(int link) {
        BitSet waiting = new BitSet();
        BitSet targets = new BitSet();
        links.get(link).targets().forEach(targets::set);
        waiting.or(targets);
        List<Integer> reached = new ArrayList<>();
        // Dependences lead to higher numbers, so a node comes after all that it waits for.
        for (int node = waiting.nextSetBit(0); node >= 0; node = waiting.nextSetBit(node + 1)) {
            reach(node, targets.get(node));
            reached.add(node);
            graph.outgoing().get(node).forEach(edge -> waiting.set(edge.to()));
        }
        reached.stream()
                .flatMap(node -> leaving.getOrDefault(node, List.of()).stream())
                .sorted()
                .forEach(next -> addStep(link, next));
        for (int node : reached) {
            start[node] = UNREACHED;
            before[node] = UNREACHED;
        }
    }

    private void addStep(int from, int to) {
        Link next = links.get(to);
        int latency = next.carriesValue() ? latency(next.source()) : 0;
        int cycles = start[next.source()] + latency + next.delay();
        steps.add(new Step(from, to, cycles, next.distance(), path(next.source())));
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

    private List<Integer> path(int end) {
        List<Integer> path = new ArrayList<>();
        for (int node = end; node != UNREACHED; node = before[node]) {
            path.add(node);
        }
        Collections.reverse(path);
        return path;
    }

    // ---- circles of links

    /**
     * A circle that takes more cycles than its iterations last at an interval: Bellman and Ford's search, which ends as soon as the links
     * that chains come from are in a circle.
     */
    private Optional<List<Step>> circle(int interval) {
        long[] longest = new long[links.size()];
        Step[] by = new Step[links.size()];
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
            int link = first;
            while (walk[link] == 0 && by[link] != null) {
                walk[link] = first + 1;
                link = by[link].from();
            }
            if (walk[link] == first + 1) {
                return Optional.of(circleAt(link, by));
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
