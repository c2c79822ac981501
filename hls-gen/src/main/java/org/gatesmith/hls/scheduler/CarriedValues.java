package org.gatesmith.hls.scheduler;

import java.util.List;

/** From which cycle on an iteration of a pipelined loop may use the values that the one before it hands on. */
final class CarriedValues {

    private CarriedValues() {}

    /** By carried value: the first cycle in which its register holds the value of the iteration before. */
    static int[] available(OperationGraph graph, Timetable table, int interval) {
        List<OperationGraph.Carry> carries = graph.carries();
        int[] available = new int[carries.size()];
        boolean changed = true;
        // A value handed from one carried variable to the next is a cycle later each time: never later than where it
        // started.
        while (changed) {
            changed = false;
            for (int carry = 0; carry < available.length; carry++) {
                int defined = switch (carries.get(carry).yield()) {
                    case OperationGraph.Yield.FromNode from -> table.resultStep(from.node());
                    case OperationGraph.Yield.FromCarry from -> available[from.carry()];
                    case OperationGraph.Yield.Known _ -> 0;
                };
                int first = Math.max(0, defined + 1 - interval);
                if (first > available[carry]) {
                    available[carry] = first;
                    changed = true;
                }
            }
        }
        return available;
    }
}
