package org.gatesmith.hls.design;

import java.util.List;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;

/** The hardware of one function. */
public sealed interface ModuleDesign {

    Function function();

    /** What it takes itself, with the cores in it and without the modules that it starts. */
    Resources resources();

    /**
     * A pure function as one pipelined operator: takes operands in every cycle and returns the results {@code latency} cycles
     * later. It has no controller; every stage has a clock enable.
     *
     * @param placements every operation of the body
     * @param latency cycles from operands to results; 0 when the function is combinational
     * @param readyNanoseconds when in the last cycle the results are ready, counted from its clock edge
     * @param memories tables that it reads, with a port for each read
     */
    record Core(
            Function function,
            List<Placement> placements,
            int latency,
            double readyNanoseconds,
            List<MemoryBinding> memories,
            Resources resources)
            implements ModuleDesign {
        public Core {
            placements = List.copyOf(placements);
            memories = List.copyOf(memories);
        }
    }

    /**
     * A function with a controller, which runs its units one after another.
     *
     * @param memories arrays that the function allocates, and tables that it reads
     */
    record Sequential(Function function, Sequence body, List<MemoryBinding> memories, Resources resources)
            implements ModuleDesign {
        public Sequential {
            memories = List.copyOf(memories);
        }
    }

    /**
     * Concurrent processes.
     *
     * @param processes in the order of their calls
     * @param memories arrays that processes hand each other
     */
    record Dataflow(Function function, List<Process> processes, List<MemoryBinding> memories, Resources resources)
            implements ModuleDesign {
        public Dataflow {
            processes = List.copyOf(processes);
            memories = List.copyOf(memories);
        }
    }

    /**
     * One process.
     *
     * @param after positions of the processes that must have ended before this one starts: those that write an array which it
     *     reads or writes
     */
    record Process(Op.Call call, List<Integer> after) {
        public Process {
            after = List.copyOf(after);
        }
    }
}
