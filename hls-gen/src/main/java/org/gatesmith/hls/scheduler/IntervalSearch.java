package org.gatesmith.hls.scheduler;

import java.util.List;
import java.util.Optional;

/**
 * Modulo scheduling by relaxation (after M. Lam, "Software Pipelining: An Effective Scheduling Technique for VLIW Machines", PLDI
 * 1988, and the iterative bounds of B. R. Rau, "Iterative Modulo Scheduling", MICRO 1994): for a fixed interval the body is list
 * scheduled; what breaks a dependence on an earlier iteration is pushed later, and the body scheduled again, until nothing moves.
 */
final class IntervalSearch {

    /** Enough for every chain of carried values met so far; a loop that needs more gets a larger interval. */
    private static final int MAX_ROUNDS = 100;

    private final OperationGraph graph;
    private final PortSharing sharing;
    private final ListScheduler lists;

    IntervalSearch(OperationGraph graph, PortSharing sharing, double usable) {
        this.graph = graph;
        this.sharing = sharing;
        this.lists = new ListScheduler(graph, usable);
    }

    /** A body and the interval at which it repeats. */
    record Found(Timetable timetable, int interval) {}

    /** The smallest interval from {@code minimum} to {@code maximum} for which a schedule is found. */
    Optional<Found> search(int minimum, int maximum) {
        for (int interval = minimum; interval <= maximum; interval++) {
            Optional<Timetable> table = attempt(interval);
            if (table.isPresent()) {
                return Optional.of(new Found(table.get(), interval));
            }
        }
        return Optional.empty();
    }

    private Optional<Timetable> attempt(int interval) {
        int[] earliest = new int[graph.size()];
        List<List<Integer>> together = sharing.together(interval);
        boolean moved = !together.isEmpty();
        for (int round = 0; moved && round < MAX_ROUNDS; round++) {
            moved = join(together, lists.unlimited(earliest), earliest);
        }
        for (int round = 0; round < MAX_ROUNDS; round++) {
            Optional<Timetable> table = lists.place(interval, earliest, sharing);
            if (table.isEmpty()) {
                return table;
            }
            // Both, whatever comes of the first.
            moved = relax(table.get(), interval, earliest);
            moved |= join(together, table.get(), earliest);
            if (!moved) {
                return table;
            }
        }
        return Optional.empty();
    }

    /** Raises the lower bounds of nodes that are not as late as others that they go together with; says whether there were any. */
    private static boolean join(List<List<Integer>> together, Timetable table, int[] earliest) {
        boolean moved = false;
        for (List<Integer> nodes : together) {
            int latest = nodes.stream().mapToInt(table::step).max().orElse(0);
            for (int node : nodes) {
                moved |= raise(node, latest, table, earliest);
            }
        }
        return moved;
    }

    /** Raises the lower bounds of nodes that start too early; says whether there were any. */
    private boolean relax(Timetable table, int interval, int[] earliest) {
        boolean moved = false;
        int[] available = CarriedValues.available(graph, table, interval);
        List<OperationGraph.Carry> carries = graph.carries();
        for (int carry = 0; carry < carries.size(); carry++) {
            for (int user : carries.get(carry).users()) {
                moved |= raise(user, available[carry], table, earliest);
            }
        }
        for (OperationGraph.BackEdge edge : graph.backEdges()) {
            long bound = (long) table.step(edge.from()) + edge.delay() - (long) edge.distance() * interval;
            moved |= raise(edge.to(), (int) Math.max(0, bound), table, earliest);
        }
        return moved;
    }

    private static boolean raise(int node, int bound, Timetable table, int[] earliest) {
        if (table.step(node) >= bound) {
            return false;
        }
        earliest[node] = Math.max(earliest[node], bound);
        return true;
    }
}
