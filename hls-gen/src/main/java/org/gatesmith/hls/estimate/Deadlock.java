package org.gatesmith.hls.estimate;

import java.util.List;

/**
 * Processes that wait for each other for ever. As in the Kahn networks that they form, that does not depend on when each of them runs: they
 * do so on the JVM, too.
 *
 * @param processes that are not over
 * @param full FIFOs in which there is no room
 */
public record Deadlock(List<String> processes, List<String> full) {

    public Deadlock {
        processes = List.copyOf(processes);
        full = List.copyOf(full);
    }

    /** In words, with what helps. */
    public String text() {
        String waiting = processes.size() == 1
                ? "process " + processes.getFirst() + " waits for ever: "
                : "processes " + String.join(", ", processes) + " wait for ever: ";
        if (full.isEmpty()) {
            return waiting + "no process writes what is still to be read";
        }
        String fifos =
                full.size() == 1 ? "FIFO " + full.getFirst() + " is" : "FIFOs " + String.join(", ", full) + " are";
        return waiting + fifos + " full; make " + (full.size() == 1 ? "it" : "them")
                + " deeper, or read and write in another order";
    }
}
