package org.gatesmith.hls.estimate;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.design.FrameQueues;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.design.Unit;

/**
 * When the processes of an overlapping dataflow module start and end their frames, in cycles from the start of the loop or call. Mirrors the
 * controller of the module: a frame stands in the queues two cycles after its start, and a process starts in the cycle after the last event that it
 * waits for.
 */
final class FrameTimes {

    /** From the cycle in which the module is started to the one in which processes see the frame in their queues. */
    private static final int QUEUED = 2;

    private final ModuleDesign.Dataflow module;
    private final FifoFollowing fifos;
    private final List<ConcurrentProcesses.Times> frames = new ArrayList<>();
    private long written;

    /**
     * Times of no frame yet.
     *
     * @param fifos of the program
     */
    FrameTimes(ModuleDesign.Dataflow module, FifoFollowing fifos) {
        this.module = module;
        this.fifos = fifos;
    }

    int frames() {
        return frames.size();
    }

    /** The first cycle in which all queues have room for another frame. */
    long room() {
        long room = 0;
        for (int i = 0; i < module.processes().size(); i++) {
            int earlier = frames() - FrameQueues.depth(i);
            if (earlier >= 0) {
                room = Math.max(room, frames.get(earlier).begins().get(i) + 1);
            }
        }
        return room;
    }

    /** Adds a frame that is started in a cycle. */
    void start(long cycle, List<ProcessCycles> processes) {
        int frame = frames();
        List<ConcurrentProcesses.Start> starts = new ArrayList<>();
        for (int i = 0; i < processes.size(); i++) {
            long earliest = Math.max(cycle + QUEUED, endOf(i, frame - 1) + 1);
            List<Integer> after = new ArrayList<>();
            for (ModuleDesign.Link link : module.links()) {
                if (link.from() == i) {
                    earliest = Math.max(
                            earliest, endOf(link.to(), frame - link.kind().copies()) + 1);
                }
                if (link.to() == i && link.kind() == ModuleDesign.Link.Kind.FIFO) {
                    earliest = Math.max(earliest, endOf(link.from(), frame - 1) + 1);
                } else if (link.to() == i) {
                    after.add(link.from());
                }
            }
            starts.add(new ConcurrentProcesses.Start(earliest, after));
        }
        ConcurrentProcesses.Times times = ConcurrentProcesses.times(module, starts, processes, fifos);
        frames.add(times);
        written = Math.max(written, times.written(processes));
    }

    private long endOf(int process, int frame) {
        return frame < 0 ? Long.MIN_VALUE / 2 : frames.get(frame).ends().get(process);
    }

    /** Cycles that loops wait for FIFOs in all frames. */
    Map<Unit, Long> waits() {
        Map<Unit, Long> waits = new IdentityHashMap<>();
        for (ConcurrentProcesses.Times frame : frames) {
            frame.waits().forEach((unit, cycles) -> waits.merge(unit, cycles, Long::sum));
        }
        return waits;
    }

    /** Whether the processes were followed in all frames. */
    boolean areFollowed() {
        return frames.stream().allMatch(ConcurrentProcesses.Times::areFollowed);
    }

    /** The cycle in which the module says that all frames have ended. */
    long done() {
        return frames.getLast().end() + 1;
    }

    /** The cycle in which everything that was written is in board memory; in the past if nothing was. */
    long written() {
        return written;
    }
}
