package org.gatesmith.hls.scheduler;

import java.util.ArrayList;
import java.util.Arrays;
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
 *
 * <p>Accesses that conflict have as many links as they form pairs, but what follows a link depends on where it leads alone: that is its
 * <em>origin</em>, a set of nodes. And of the chains to a node the longest goes on as the longest, wherever they come from. So all origins are
 * followed at once, each from the cycle in which the longest way to it ends.
 */
final class RecurrenceBounds {

    private static final int NONE = -1;
    private static final long UNREACHED = Long.MIN_VALUE;

    private final OperationGraph graph;
    private final double usable;
    private final List<Link> links = new ArrayList<>();
    /** The nodes of the origins, by number of the origin. */
    private final List<List<Integer>> origins = new ArrayList<>();
    /** The origins by node. */
    private final Map<Integer, List<Integer>> originsAt = new HashMap<>();

    // Of the longest chain to a node: the cycle in which the node starts, when in that cycle its result is there, the
    // origin of the chain, and
    // the node before.
    private final long[] start;
    private final double[] ready;
    private final int[] root;
    private final int[] before;

    /**
     * From one iteration to one {@code distance} later.
     *
     * @param source node that it leaves from
     * @param origin that it leads to
     * @param delay from the source's start to the start of the origin's nodes
     * @param carriesValue whether it is a value, and no order of accesses
     */
    private record Link(int source, int origin, int delay, int distance, boolean carriesValue) {}

    /**
     * From one origin to the next.
     *
     * @param link that ends it
     * @param cycles on the way, the link included
     */
    private record Step(int from, Link link, int cycles) {}

    RecurrenceBounds(OperationGraph graph, double usable) {
        this.graph = graph;
        this.usable = usable;
        addLinks();
        for (int origin = 0; origin < origins.size(); origin++) {
            for (int node : origins.get(origin)) {
                originsAt.computeIfAbsent(node, _ -> new ArrayList<>()).add(origin);
            }
        }
        this.start = new long[graph.size()];
        this.ready = new double[graph.size()];
        this.root = new int[graph.size()];
        this.before = new int[graph.size()];
    }

    private void addLinks() {
        Map<List<Integer>, Integer> numbers = new HashMap<>();
        for (OperationGraph.Carry carry : graph.carries()) {
            if (carry.yield() instanceof OperationGraph.Yield.FromNode from) {
                // A register takes the result in the cycle after it is there.
                links.add(new Link(from.node(), origin(carry.users(), numbers), latency(from.node()) + 1, 1, true));
            }
        }
        for (OperationGraph.BackEdge edge : graph.backEdges()) {
            links.add(new Link(edge.from(), origin(List.of(edge.to()), numbers), edge.delay(), edge.distance(), false));
        }
    }

    private int origin(List<Integer> nodes, Map<List<Integer>, Integer> numbers) {
        return numbers.computeIfAbsent(nodes, _ -> {
            origins.add(nodes);
            return numbers.size();
        });
    }

    /** The recurrence that forbids every smaller interval, if there is one. */
    Optional<IntervalBounds.Recurrence> strictest() {
        int interval = 1;
        Optional<List<Step>> strictest = Optional.empty();
        Optional<List<Step>> circle = circle(interval);
        while (circle.isPresent()) {
            strictest = circle;
            interval = Math.max(interval + 1, Math.ceilDiv(cycles(circle.get()), distance(circle.get())));
            circle = circle(interval);
        }
        return strictest.map(this::described);
    }

    private static int cycles(List<Step> circle) {
        return circle.stream().mapToInt(Step::cycles).sum();
    }

    private static int distance(List<Step> circle) {
        return circle.stream().mapToInt(step -> step.link().distance()).sum();
    }

    private IntervalBounds.Recurrence described(List<Step> circle) {
        List<IntervalBounds.Leg> legs =
                circle.stream().flatMap(step -> legs(step).stream()).toList();
        return new IntervalBounds.Recurrence(legs, distance(circle));
    }

    // ---- chains between links

    /**
     * Finds the longest chains to all nodes.
     *
     * @param starts cycles in which the origins start, or {@link #UNREACHED}
     */
    private void follow(long[] starts) {
        // Dependences lead to higher numbers, so a node comes after all that it waits for.
        for (int node = 0; node < graph.size(); node++) {
            reach(node, starts);
        }
    }

    private void reach(int node, long[] starts) {
        long cycle = UNREACHED;
        double arrival = 0;
        root[node] = NONE;
        before[node] = NONE;
        for (int origin : originsAt.getOrDefault(node, List.of())) {
            if (starts[origin] > cycle) {
                cycle = starts[origin];
                root[node] = origin;
            }
        }
        for (OperationGraph.Dependence edge : graph.incoming().get(node)) {
            if (start[edge.from()] == UNREACHED) {
                continue;
            }
            boolean value = edge.kind() == OperationGraph.Kind.VALUE;
            long there = start[edge.from()] + (value ? latency(edge.from()) : edge.delay());
            double nanoseconds = value ? ready[edge.from()] : 0;
            if (there > cycle || (there == cycle && nanoseconds > arrival)) {
                cycle = there;
                arrival = nanoseconds;
                root[node] = root[edge.from()];
                before[node] = edge.from();
            }
        }
        start[node] = cycle;
        if (cycle != UNREACHED) {
            place(node, arrival);
        }
    }

    /** Moves a node into the next cycle if its operands come too late in this one. */
    private void place(int node, double arrival) {
        var timing = graph.nodes().get(node).timing();
        boolean combinational = timing.latency() == 0;
        double needed = timing.inputNanoseconds() + (combinational ? timing.outputNanoseconds() : 0);
        boolean late = arrival + needed > usable && arrival > 0;
        if (late) {
            start[node]++;
        }
        ready[node] = (combinational && !late ? arrival : 0) + timing.outputNanoseconds();
    }

    private int latency(int node) {
        return graph.nodes().get(node).timing().latency();
    }

    /** The operations on the way, with the cycles from the start of each to that of the next. */
    private List<IntervalBounds.Leg> legs(Step step) {
        long[] starts = new long[origins.size()];
        Arrays.fill(starts, UNREACHED);
        starts[step.from()] = 0;
        follow(starts);
        Link link = step.link();
        List<IntervalBounds.Leg> legs = new ArrayList<>();
        long next = start[link.source()] + link.delay();
        IntervalBounds.Reason reason =
                link.carriesValue() ? IntervalBounds.Reason.REGISTER : IntervalBounds.Reason.ORDER;
        for (int node = link.source(); node != NONE; node = before[node]) {
            legs.add(leg(node, Math.toIntExact(next - start[node]), reason));
            next = start[node];
            reason = before[node] != NONE && isValue(before[node], node)
                    ? IntervalBounds.Reason.NEXT_CYCLE
                    : IntervalBounds.Reason.ORDER;
        }
        Collections.reverse(legs);
        return legs;
    }

    private IntervalBounds.Leg leg(int node, int cycles, IntervalBounds.Reason reason) {
        int own = Math.min(cycles, latency(node));
        Op op = graph.nodes().get(node).first();
        return new IntervalBounds.Leg(op, own, cycles - own, cycles == own ? IntervalBounds.Reason.NONE : reason);
    }

    private boolean isValue(int from, int to) {
        return graph.incoming().get(to).stream()
                .anyMatch(edge -> edge.from() == from && edge.kind() == OperationGraph.Kind.VALUE);
    }

    // ---- circles of links

    /**
     * A circle that takes more cycles than its iterations last at an interval: Bellman and Ford's search, which ends as soon as the origins
     * of the longest chains are in a circle.
     */
    private Optional<List<Step>> circle(int interval) {
        long[] longest = new long[origins.size()];
        Step[] by = new Step[origins.size()];
        while (extend(longest, by, interval)) {
            Optional<List<Step>> circle = circleIn(by);
            if (circle.isPresent()) {
                return circle;
            }
        }
        return Optional.empty();
    }

    /** Makes the longest ways to the origins longer by a step, and returns whether some have become longer. */
    private boolean extend(long[] longest, @Nullable Step[] by, int interval) {
        long[] starts = longest.clone();
        follow(starts);
        boolean changed = false;
        for (Link link : links) {
            int from = root[link.source()];
            if (from == NONE) {
                continue;
            }
            long there = start[link.source()] + link.delay();
            long length = there - (long) link.distance() * interval;
            if (length > longest[link.origin()]) {
                longest[link.origin()] = length;
                by[link.origin()] = new Step(from, link, Math.toIntExact(there - starts[from]));
                changed = true;
            }
        }
        return changed;
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
