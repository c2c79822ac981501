package org.gatesmith.api;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Processes that wait for each other for ever.
 *
 * @param region name of the outermost dataflow region
 * @param blocked every process that has not ended, in the order in which they were added
 * @param cycle processes each of which waits for the next one, the last for the first; empty if nobody waits in a circle,
 *     for example because a writer has ended
 * @param remedy what would let the region complete
 */
public record Deadlock(String region, List<Blocked> blocked, List<String> cycle, Remedy remedy) {

    public Deadlock {
        blocked = List.copyOf(blocked);
        cycle = List.copyOf(cycle);
    }

    /**
     * A process that cannot go on. The process of an inner region carries the names around it, as in {@code stage/load}.
     *
     * @param process its name
     * @param waitsFor what it waits for
     */
    public record Blocked(String process, Wait waitsFor) {}

    /** What a process waits for. */
    public sealed interface Wait {}

    /**
     * It reads an empty FIFO or writes a full one.
     *
     * @param access what it wants to do
     * @param fifo the FIFO's name
     * @param fill elements in the FIFO
     * @param capacity elements it can hold
     * @param peer the process at the other end, empty if none has used it
     * @param peerEnded whether that process had already ended
     */
    public record AtFifo(Access access, String fifo, int fill, int capacity, Optional<String> peer, boolean peerEnded)
            implements Wait {}

    /**
     * It has not started, because these processes must end first.
     *
     * @param processes their names
     */
    public record ForPredecessors(List<String> processes) implements Wait {
        public ForPredecessors {
            processes = List.copyOf(processes);
        }
    }

    /**
     * It waits for the end of a region that it opened.
     *
     * @param region the inner region's name
     */
    public record ForRegion(String region) implements Wait {}

    /** Direction of a FIFO access. */
    public enum Access {
        READ,
        WRITE
    }

    /** What would let the region complete, found by running on with deeper FIFOs. */
    public sealed interface Remedy {}

    /**
     * With these depths the region completes.
     *
     * @param fifos the FIFOs to deepen
     */
    public record Deepen(List<FifoDepth> fifos) implements Remedy {
        public Deepen {
            fifos = List.copyOf(fifos);
        }
    }

    /**
     * The depth that a FIFO needs.
     *
     * @param fifo the FIFO's name
     * @param depth its depth in the failed run
     * @param needed the smallest depth that let the run continue to its end
     */
    public record FifoDepth(String fifo, int depth, int needed) {}

    /**
     * More is written than read: even with deeper FIFOs elements remain.
     *
     * @param fifos the FIFOs that keep elements
     */
    public record ReadMore(List<Unread> fifos) implements Remedy {
        public ReadMore {
            fifos = List.copyOf(fifos);
        }
    }

    /**
     * Elements that nobody reads.
     *
     * @param fifo the FIFO's name
     * @param elements how many remain
     */
    public record Unread(String fifo, int elements) {}

    /** No depth helps: a process reads an element that nobody writes. */
    public record NoDepthHelps() implements Remedy {}

    /**
     * The search for a depth had to stop.
     *
     * @param reason why
     */
    public record Undetermined(String reason) implements Remedy {}

    /** All of it in words, several lines. */
    public String describe() {
        String waits = blocked.stream().map(Deadlock::line).collect(Collectors.joining());
        String circle = cycle.isEmpty() ? "" : "\n  cycle: " + String.join(" -> ", cycle) + " -> " + cycle.getFirst();
        return "deadlock in dataflow region '" + region + "': no process can go on" + waits + circle + "\n  "
                + advice();
    }

    private static String line(Blocked process) {
        return "\n  process '" + process.process() + "' " + words(process.waitsFor());
    }

    private static String words(Wait wait) {
        return switch (wait) {
            case AtFifo at -> at.access() == Access.READ ? reading(at) : writing(at);
            case ForPredecessors before -> "starts when " + String.join(", ", before.processes()) + " has ended";
            case ForRegion inner -> "waits for its inner region '" + inner.region() + "'";
        };
    }

    private static String reading(AtFifo at) {
        return "reads FIFO '" + at.fifo() + "', which is empty (depth " + at.capacity() + ") and is written by "
                + peer(at);
    }

    private static String writing(AtFifo at) {
        return "writes FIFO '" + at.fifo() + "', which is full (" + at.fill() + " of " + at.capacity()
                + ") and is read by " + peer(at);
    }

    private static String peer(AtFifo at) {
        return at.peer()
                .map(name -> "'" + name + "'" + (at.peerEnded() ? ", which has ended" : ""))
                .orElse("a process that has not used it yet");
    }

    private String advice() {
        return switch (remedy) {
            case Deepen deepen ->
                deepen.fifos().stream()
                        .map(f -> "@Depth(" + f.needed() + ") on '" + f.fifo() + "' (now " + f.depth() + ")")
                        .collect(Collectors.joining(" and ", "it completes with ", ""));
            case ReadMore more ->
                more.fifos().stream()
                        .map(f -> f.elements() + " of '" + f.fifo() + "'")
                        .collect(Collectors.joining(
                                " and ", "no depth is the cure, more is written than read: ", " stay unread"));
            case NoDepthHelps none ->
                "no depth helps: a process reads an element that is never written; compare how often each FIFO is written"
                        + " and read";
            case Undetermined undetermined -> "the depth that would help is not known: " + undetermined.reason();
        };
    }
}
