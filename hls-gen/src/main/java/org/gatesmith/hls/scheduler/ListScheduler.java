package org.gatesmith.hls.scheduler;

import java.util.Optional;
import org.gatesmith.hls.operators.OperatorTiming;

/** Places nodes one after another, each as early as its operands, the clock and free resources permit. */
final class ListScheduler {

    /** Interval of a body that runs once at a time. */
    static final int ONCE = Integer.MAX_VALUE;

    private final OperationGraph graph;
    private final double usable;

    /** Gives nodes ports and operators. */
    private interface Units {
        /** Number of the one for a demand at a step, or a negative number if none is free. */
        int take(Demand demand, int step);
    }

    /**
     * @param usable nanoseconds of a cycle that operators may fill
     */
    ListScheduler(OperationGraph graph, double usable) {
        this.graph = graph;
        this.usable = usable;
    }

    /**
     * Places all nodes.
     *
     * @param earliest a lower bound for every node
     * @return empty if some node finds its resource taken in every cycle of the interval
     */
    Optional<Timetable> place(int interval, int[] earliest) {
        return place(interval, earliest, new Reservations(interval, Optional.empty())::take);
    }

    /** As {@link #place(int, int[])}; accesses of memories may share ports. */
    Optional<Timetable> place(int interval, int[] earliest, PortSharing sharing) {
        return place(interval, earliest, new Reservations(interval, Optional.of(sharing))::take);
    }

    /** Places all nodes as if there were enough of everything. */
    Timetable unlimited(int[] earliest) {
        return place(ONCE, earliest, (_, _) -> 0).orElseThrow();
    }

    private Optional<Timetable> place(int interval, int[] earliest, Units units) {
        Timetable table = new Timetable(graph);
        for (int node = 0; node < graph.size(); node++) {
            if (!place(node, earliest[node], table, units, interval)) {
                return Optional.empty();
            }
        }
        return Optional.of(table);
    }

    private boolean place(int node, int earliest, Timetable table, Units units, int interval) {
        OperatorTiming timing = graph.nodes().get(node).timing();
        double needed = timing.latency() == 0
                ? timing.inputNanoseconds() + timing.outputNanoseconds()
                : timing.inputNanoseconds();
        int step = Math.max(earliest, readyStep(node, table));
        double arrival = arrival(node, step, table);
        if (arrival + needed > usable && arrival > 0) {
            step++;
            arrival = 0;
        }
        int first = step;
        int unit = units.take(graph.nodes().get(node).demand(), step);
        while (unit < 0) {
            step++;
            arrival = 0;
            if (interval != ONCE && step - first >= interval) {
                return false;
            }
            unit = units.take(graph.nodes().get(node).demand(), step);
        }
        double ready = (timing.latency() == 0 ? arrival : 0) + timing.outputNanoseconds();
        table.put(node, step, ready, unit);
        return true;
    }

    private int readyStep(int node, Timetable table) {
        int step = 0;
        for (OperationGraph.Dependence dependence : graph.incoming().get(node)) {
            int ready = dependence.kind() == OperationGraph.Kind.VALUE
                    ? table.resultStep(dependence.from())
                    : table.step(dependence.from()) + dependence.delay();
            step = Math.max(step, ready);
        }
        return step;
    }

    /** When in {@code step} the last operand is there: those of earlier cycles come from registers. */
    private double arrival(int node, int step, Timetable table) {
        double arrival = 0;
        for (OperationGraph.Dependence dependence : graph.incoming().get(node)) {
            if (dependence.kind() == OperationGraph.Kind.VALUE && table.resultStep(dependence.from()) == step) {
                arrival = Math.max(arrival, table.readyNanoseconds(dependence.from()));
            }
        }
        return arrival;
    }
}
