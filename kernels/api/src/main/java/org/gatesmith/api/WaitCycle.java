package org.gatesmith.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds processes that wait for each other in a circle. */
final class WaitCycle {
    private final Map<DataflowProcess, Blockage> blockages = new LinkedHashMap<>();
    private final Set<DataflowProcess> explored = new HashSet<>();
    private final List<DataflowProcess> path = new ArrayList<>();

    private WaitCycle(List<Blockage> blocked) {
        blocked.forEach(b -> blockages.put(b.process(), b));
    }

    /** The first circle in the order of {@code blocked}; empty if there is none. */
    static List<Blockage> in(List<Blockage> blocked) {
        WaitCycle search = new WaitCycle(blocked);
        for (Blockage start : blocked) {
            List<DataflowProcess> cycle = search.from(start.process());
            if (!cycle.isEmpty()) {
                return cycle.stream().map(search::blockage).toList();
            }
        }
        return List.of();
    }

    private Blockage blockage(DataflowProcess process) {
        Blockage found = blockages.get(process);
        if (found == null) {
            throw new IllegalStateException("process '" + process.path() + "' is not blocked");
        }
        return found;
    }

    /** Depth-first search; a process met again on the current path closes a circle. */
    private List<DataflowProcess> from(DataflowProcess process) {
        int met = path.indexOf(process);
        if (met >= 0) {
            return List.copyOf(path.subList(met, path.size()));
        }
        if (!blockages.containsKey(process) || !explored.add(process)) {
            return List.of();
        }
        path.add(process);
        for (DataflowProcess next : blockage(process).waitsFor()) {
            List<DataflowProcess> cycle = from(next);
            if (!cycle.isEmpty()) {
                return cycle;
            }
        }
        path.removeLast();
        return List.of();
    }
}
