package org.gatesmith.hls.scheduler;

import java.util.List;
import java.util.stream.IntStream;
import org.gatesmith.hls.design.ModuleDesign.Link;

/** Which processes links join, directly or over others. */
final class JoinedProcesses {

    private JoinedProcesses() {}

    /** Whether every process of a dataflow function is joined to every other one. */
    static boolean areAll(int processes, List<Link> links) {
        int[] groups = IntStream.range(0, processes).toArray();
        for (Link link : links) {
            int from = groups[link.from()];
            int to = groups[link.to()];
            for (int i = 0; i < processes; i++) {
                groups[i] = groups[i] == to ? from : groups[i];
            }
        }
        return IntStream.of(groups).distinct().count() == 1;
    }
}
