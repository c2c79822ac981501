package org.gatesmith.hls.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.gatesmith.hls.design.FrameQueues;
import org.gatesmith.hls.design.ModuleDesign;

/**
 * When the processes of an overlapping dataflow module start and end their frames, in cycles from the start of the loop or call. Mirrors the
 * controller of the module: a frame stands in the queues two cycles after its start, and a process starts in the cycle after the last event that it
 * waits for.
 */
final class FrameTimes {

    /** From the cycle in which the module is started to the one in which processes see the frame in their queues. */
    private static final int QUEUED = 2;

    private final ModuleDesign.Dataflow module;
    private final List<long[]> begins = new ArrayList<>();
    private final List<long[]> ends = new ArrayList<>();
    private long written;

    FrameTimes(ModuleDesign.Dataflow module) {
        this.module = module;
    }

    int frames() {
        return ends.size();
    }

    /** The first cycle in which all queues have room for another frame. */
    long room() {
        long room = 0;
        for (int i = 0; i < module.processes().size(); i++) {
            int earlier = frames() - FrameQueues.depth(i);
            if (earlier >= 0) {
                room = Math.max(room, begins.get(earlier)[i] + 1);
            }
        }
        return room;
    }

    /** Adds a frame that is started in a cycle. */
    void start(long cycle, List<ProcessCycles> processes) {
        int frame = frames();
        long[] begun = new long[processes.size()];
        long[] ended = new long[processes.size()];
        begins.add(begun);
        ends.add(ended);
        FifoDelays delays = new FifoDelays(module);
        for (int i = 0; i < processes.size(); i++) {
            begun[i] = cycle + QUEUED;
            begun[i] = Math.max(begun[i], endOf(i, frame - 1) + 1);
            for (ModuleDesign.Link link : module.links()) {
                begun[i] = Math.max(begun[i], permitted(link, i, frame));
            }
            ended[i] = delays.end(i, begun[i], processes.get(i));
            written = Math.max(written, ended[i] + processes.get(i).unwritten());
        }
    }

    private long endOf(int process, int frame) {
        return frame < 0 ? Long.MIN_VALUE / 2 : ends.get(frame)[process];
    }

    /** When a link lets a process start a frame. */
    private long permitted(ModuleDesign.Link link, int process, int frame) {
        boolean fifo = link.kind() == ModuleDesign.Link.Kind.FIFO;
        long permitted = 0;
        if (link.from() == process) {
            permitted = endOf(link.to(), frame - link.kind().copies()) + 1;
        }
        if (link.to() == process) {
            permitted = Math.max(permitted, endOf(link.from(), fifo ? frame - 1 : frame) + 1);
        }
        return permitted;
    }

    /** The cycle in which the module says that all frames have ended. */
    long done() {
        return LongStream.of(ends.getLast()).max().orElse(0) + 1;
    }

    /** The cycle in which everything that was written is in board memory; in the past if nothing was. */
    long written() {
        return written;
    }
}
