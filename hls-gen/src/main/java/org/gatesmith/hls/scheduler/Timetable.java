package org.gatesmith.hls.scheduler;

/** When every node of a graph starts, while it is being found out. */
final class Timetable {

    private final OperationGraph graph;
    private final int[] steps;
    private final double[] readyNanoseconds;
    private final int[] units;

    Timetable(OperationGraph graph) {
        this.graph = graph;
        this.steps = new int[graph.size()];
        this.readyNanoseconds = new double[graph.size()];
        this.units = new int[graph.size()];
    }

    /**
     * Gives a node its place.
     *
     * @param ready nanoseconds into the cycle of the result
     * @param unit port or instance that the node was given, 0 where it needs none
     */
    void put(int node, int step, double ready, int unit) {
        steps[node] = step;
        readyNanoseconds[node] = ready;
        units[node] = unit;
    }

    int step(int node) {
        return steps[node];
    }

    double readyNanoseconds(int node) {
        return readyNanoseconds[node];
    }

    int unit(int node) {
        return units[node];
    }

    /** The cycle in which a node's result is first there. */
    int resultStep(int node) {
        return steps[node] + graph.nodes().get(node).timing().latency();
    }

    /** Cycles until every node is done, at least 1. */
    int length() {
        int length = 1;
        for (int node = 0; node < steps.length; node++) {
            length = Math.max(length, resultStep(node) + 1);
        }
        return length;
    }
}
