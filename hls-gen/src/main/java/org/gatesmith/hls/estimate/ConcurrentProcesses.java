package org.gatesmith.hls.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.ir.FifoType;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/**
 * Processes that wait for each other at FIFOs, followed access by access: each goes on until it needs to know when another one writes or
 * reads a word, as processes of a Kahn network do; the order in which they are followed makes no difference.
 */
final class ConcurrentProcesses {

    private final List<Start> starts;
    private final List<ProcessTrace> traces;
    private final Map<Value, FifoTimes> fifos;
    private final @Nullable ProcessRun[] runs;
    private final long[] begins;
    private final Map<Unit, Long> waits = new IdentityHashMap<>();

    /**
     * When a process starts.
     *
     * @param earliest cycle
     * @param after positions of those that must have ended before
     */
    record Start(long earliest, List<Integer> after) {}

    /**
     * The cycles in which processes start and in which they end.
     *
     * @param waits cycles that loops wait for FIFOs
     * @param areFollowed whether the processes were followed, rather than estimated
     */
    record Times(List<Long> begins, List<Long> ends, Map<Unit, Long> waits, boolean areFollowed) {
        Times {
            begins = List.copyOf(begins);
            ends = List.copyOf(ends);
        }

        private static Times of(long[] begins, long[] ends, Map<Unit, Long> waits, boolean areFollowed) {
            return new Times(
                    LongStream.of(begins).boxed().toList(),
                    LongStream.of(ends).boxed().toList(),
                    waits,
                    areFollowed);
        }

        /** When the last process has ended; 0 if there are none. */
        long end() {
            return ends.stream().mapToLong(end -> end).max().orElse(0);
        }

        /** When everything that processes wrote is in board memory. */
        long written(List<ProcessCycles> processes) {
            long written = 0;
            for (int i = 0; i < ends.size(); i++) {
                written = Math.max(written, ends.get(i) + processes.get(i).unwritten());
            }
            return written;
        }
    }

    private ConcurrentProcesses(List<Start> starts, List<ProcessTrace> traces, Map<Value, FifoTimes> fifos) {
        this.starts = starts;
        this.fifos = fifos;
        this.traces = traces;
        this.runs = new ProcessRun[traces.size()];
        this.begins = new long[traces.size()];
    }

    /**
     * When processes start and end. Those that have too many accesses to follow them, come to a standstill, or access FIFOs of processes
     * around them, of which nothing is known here, are estimated.
     *
     * @param fifos of the program
     */
    static Times times(
            ModuleDesign.Dataflow module, List<Start> starts, List<ProcessCycles> processes, FifoFollowing fifos) {
        List<ProcessTrace> traces =
                processes.stream().flatMap(process -> process.trace().stream()).toList();
        long accesses = traces.stream().mapToLong(ProcessTrace::accesses).sum();
        Optional<Times> followed = Optional.empty();
        if (!sharesFifos(module) && traces.size() == processes.size() && fifos.follows(accesses)) {
            ConcurrentProcesses concurrent = new ConcurrentProcesses(starts, traces, fifos.empty());
            followed = concurrent.run();
            if (followed.isEmpty()) {
                fifos.add(concurrent.deadlock(module));
            }
        }
        return followed.orElseGet(() -> estimated(module, starts, processes));
    }

    /** Whether processes of a function access FIFOs that its caller gives it. */
    private static boolean sharesFifos(ModuleDesign.Dataflow module) {
        return module.function().parameters().stream().anyMatch(parameter -> parameter.type() instanceof FifoType);
    }

    private static Times estimated(ModuleDesign.Dataflow module, List<Start> starts, List<ProcessCycles> processes) {
        FifoDelays delays = new FifoDelays(module);
        long[] begins = new long[processes.size()];
        long[] ends = new long[processes.size()];
        for (int i = 0; i < begins.length; i++) {
            begins[i] = starts.get(i).earliest();
            for (int other : starts.get(i).after()) {
                begins[i] = Math.max(begins[i], ends[other] + 1);
            }
            ends[i] = delays.end(i, begins[i], processes.get(i));
        }
        return Times.of(begins, ends, Map.of(), false);
    }

    private Optional<Times> run() {
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < runs.length; i++) {
            open.add(i);
        }
        int before = -1;
        long accessesBefore = -1;
        while (!open.isEmpty()) {
            open.removeIf(this::goOn);
            long accesses =
                    fifos.values().stream().mapToLong(FifoTimes::accesses).sum();
            if (open.size() == before && accesses == accessesBefore) {
                return Optional.empty();
            }
            before = open.size();
            accessesBefore = accesses;
        }
        return Optional.of(Times.of(
                begins,
                Arrays.stream(runs)
                        .mapToLong(run -> run == null ? 0 : run.end())
                        .toArray(),
                waits,
                true));
    }

    /** What the processes have come to that cannot go on. */
    private Deadlock deadlock(ModuleDesign.Dataflow module) {
        List<String> open = new ArrayList<>();
        for (int i = 0; i < runs.length; i++) {
            ProcessRun run = runs[i];
            if (run != null && !run.isOver()) {
                open.add(module.processes().get(i).call().callee());
            }
        }
        List<String> full = fifos.entrySet().stream()
                .filter(fifo -> fifo.getValue().isFull())
                .map(fifo -> String.valueOf(fifo.getKey().name()))
                .sorted()
                .toList();
        return new Deadlock(open, full);
    }

    /** Lets a process go on, if it can start; tells whether it is over. */
    private boolean goOn(int process) {
        ProcessRun run = runs[process];
        if (run == null) {
            long start = starts.get(process).earliest();
            for (int other : starts.get(process).after()) {
                ProcessRun before = runs[other];
                if (before == null || !before.isOver()) {
                    return false;
                }
                start = Math.max(start, before.end() + 1);
            }
            begins[process] = start;
            run = new ProcessRun(traces.get(process), fifos, start, waits);
            runs[process] = run;
        }
        return run.goOn();
    }
}
