package org.gatesmith.hls.estimate;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.ir.FifoType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Value;

/**
 * How processes wait for each other at FIFOs. A process ends when it has worked for its own time since its first input came, and when what
 * it takes last has gone through its last pipeline.
 */
final class FifoDelays {

    private final ModuleDesign.Dataflow module;
    private final List<Long> heads = new ArrayList<>();
    private final List<Long> ends = new ArrayList<>();
    private final Map<Value, Integer> writers = new IdentityHashMap<>();

    FifoDelays(ModuleDesign.Dataflow module) {
        this.module = module;
    }

    /**
     * When a process ends; processes must be asked for in their order.
     *
     * @param start when it starts
     */
    long end(int process, long start, ProcessCycles cycles) {
        Op.Call call = module.processes().get(process).call();
        long delay = 0;
        long end = 0;
        for (Value operand : call.operands()) {
            Integer producer = operand.type() instanceof FifoType ? writers.get(operand) : null;
            if (producer != null) {
                delay = Math.max(delay, heads.get(producer) - start - cycles.lead());
                end = Math.max(end, ends.get(producer) + cycles.tail());
            }
        }
        long begin = start + delay;
        heads.add(begin + cycles.lead() + cycles.head());
        ends.add(Math.max(begin + cycles.own(), end));
        call.operands().stream()
                .filter(operand -> operand.type() instanceof FifoType)
                .forEach(fifo -> writers.putIfAbsent(fifo, process));
        return ends.getLast();
    }
}
