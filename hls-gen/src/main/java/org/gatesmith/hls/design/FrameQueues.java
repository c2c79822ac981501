package org.gatesmith.hls.design;

/** How many frames the processes of an overlapping dataflow module keep in store. */
public final class FrameQueues {

    private FrameQueues() {}

    /**
     * Frames that wait for a process to start them. Each process on the way may be a frame behind the one before it, and the last one must
     * not hold up the first.
     *
     * @param process position of the process
     */
    public static int depth(int process) {
        return process + 2;
    }
}
