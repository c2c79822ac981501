package org.gatesmith.hls.design;

import java.util.List;
import java.util.stream.Stream;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Value;

/** The hardware of one function. */
public sealed interface ModuleDesign {

    Function function();

    /** What it takes itself, with the cores in it and without the modules that it starts. */
    Resources resources();

    /** The parts of its controller, each before those inside it; none without one. */
    default Stream<Unit> units() {
        return this instanceof Sequential sequential ? sequential.body().all() : Stream.empty();
    }

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
     * @param links which processes wait for each other between frames
     * @param memories arrays that processes hand each other
     * @param frames whether the module takes a new call while it works on those before
     */
    record Dataflow(
            Function function,
            List<Process> processes,
            List<Link> links,
            List<MemoryBinding> memories,
            Frames frames,
            Resources resources)
            implements ModuleDesign {
        public Dataflow {
            processes = List.copyOf(processes);
            links = List.copyOf(links);
            memories = List.copyOf(memories);
        }

        /** The same with an estimate of what it takes. */
        public Dataflow with(Resources estimate) {
            return new Dataflow(function, processes, links, memories, frames, estimate);
        }

        public boolean overlaps() {
            return frames == Frames.OVERLAPPING;
        }

        /** Whether there are two memories of an array, which the processes use in turns. */
        public boolean isDoubled(MemoryBinding memory) {
            return overlaps()
                    && links.stream()
                            .anyMatch(link -> link.memory() == memory.array() && link.kind() == Link.Kind.PING_PONG);
        }
    }

    /** How the calls of a dataflow module follow each other. */
    enum Frames {
        /** One ends before the next one starts. */
        IN_TURN,
        OVERLAPPING
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

    /**
     * Two processes that share a memory.
     *
     * @param from position of the process that writes
     * @param to position of the one that reads
     * @param memory the array or FIFO, as the dataflow function sees it
     */
    record Link(int from, int to, Value memory, Kind kind) {

        /** How far one process may be ahead of the other. */
        public enum Kind {
            /**
             * Through an array of the function's own, of which there are two: the reader starts a frame when the writer has ended it, the
             * writer when the reader has ended the one before the last.
             */
            PING_PONG(2),
            /** Through an array that lives on between the frames: as above, but the writer waits for the last one. */
            SHARED(1),
            /** Through a FIFO, which begins every frame empty: neither starts a frame before the other has ended the last one. */
            FIFO(1);

            private final int copies;

            Kind(int copies) {
                this.copies = copies;
            }

            /** How many frames the writer may be ahead of what the reader has ended. */
            public int copies() {
                return copies;
            }
        }
    }
}
