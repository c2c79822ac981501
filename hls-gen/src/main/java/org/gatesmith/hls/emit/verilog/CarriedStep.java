package org.gatesmith.hls.emit.verilog;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.design.Placement;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Value;

/**
 * When the register of a value that a pipelined loop carries changes hands.
 *
 * @param from first step in which an iteration finds its value in the register
 * @param written step at whose end the iteration writes the value for the next one; until then its own is there
 */
record CarriedStep(int from, int written) {

    static List<CarriedStep> of(Op.For loop, List<Placement> placements, int interval) {
        Map<Value, Integer> defined = new IdentityHashMap<>();
        for (Placement placement : placements) {
            placement.op().results().forEach(result -> defined.put(result, placement.resultStep()));
        }
        List<Value> carried = loop.carried();
        carried.forEach(value -> defined.put(value, 0));
        boolean changed = true;
        // A value that goes from one carried one to the next is there later each time, but never later than where it
        // started.
        while (changed) {
            changed = false;
            for (int i = 0; i < carried.size(); i++) {
                int written = defined.getOrDefault(loop.body().yields().get(i), 0);
                int from = Math.max(0, written + 1 - interval);
                changed |= from > defined.getOrDefault(carried.get(i), 0);
                defined.merge(carried.get(i), from, Math::max);
            }
        }
        List<CarriedStep> steps = new ArrayList<>();
        for (int i = 0; i < carried.size(); i++) {
            int written = defined.getOrDefault(loop.body().yields().get(i), 0);
            int from = defined.getOrDefault(carried.get(i), 0);
            steps.add(new CarriedStep(from, written));
        }
        return steps;
    }
}
