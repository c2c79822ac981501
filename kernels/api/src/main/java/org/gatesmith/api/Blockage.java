package org.gatesmith.api;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A blocked process as it was when the region stalled. */
sealed interface Blockage {

    /** The process. */
    DataflowProcess process();

    /** The processes whose progress it needs, as far as known by now. */
    List<DataflowProcess> waitsFor();

    /** Its wait in terms of names. */
    Deadlock.Wait describe();

    /** The FIFO it waits to write, if it does. */
    Optional<Fifo> full();

    static Blockage of(DataflowProcess process) {
        @Nullable FifoEnd end = process.blockedAt();
        if (end != null) {
            return AtEnd.of(process, end);
        }
        @Nullable DataflowRegion inner = process.joining();
        return inner == null ? OnProcesses.ofPredecessors(process) : OnProcesses.ofRegion(process, inner);
    }

    /**
     * It waits at a FIFO.
     *
     * @param process the process
     * @param end the FIFO's end that it uses
     * @param fill elements in the FIFO at the time
     * @param capacity depth of the FIFO at the time
     * @param peerThen the process that had used the other end by then, null if none
     * @param peerEnded whether that process had ended
     */
    record AtEnd(
            DataflowProcess process,
            FifoEnd end,
            int fill,
            int capacity,
            @Nullable DataflowProcess peerThen,
            boolean peerEnded)
            implements Blockage {

        static AtEnd of(DataflowProcess process, FifoEnd end) {
            Fifo fifo = end.fifo();
            @Nullable DataflowProcess user = fifo.opposite(end).process();
            @Nullable DataflowProcess live = user == null ? null : user.liveSelfOrParent();
            boolean ended = user != null && live == null;
            return new AtEnd(process, end, fifo.fill(), fifo.capacity(), ended ? user : live, ended);
        }

        @Override
        public List<DataflowProcess> waitsFor() {
            return peerEnded ? List.of() : peer().stream().toList();
        }

        @Override
        public Optional<Fifo> full() {
            return end.writes() ? Optional.of(end.fifo()) : Optional.empty();
        }

        @Override
        public Deadlock.Wait describe() {
            Deadlock.Access access = end.writes() ? Deadlock.Access.WRITE : Deadlock.Access.READ;
            return new Deadlock.AtFifo(
                    access, end.fifo().name(), fill, capacity, peer().map(DataflowProcess::path), peerEnded);
        }

        /** Who uses the other end may be learned only from the continued run. */
        private Optional<DataflowProcess> peer() {
            return Optional.ofNullable(peerThen)
                    .or(() -> Optional.ofNullable(end.fifo().opposite(end).process()));
        }
    }

    /**
     * It waits for the end of other processes.
     *
     * @param process the process
     * @param waitsFor those that had not ended
     * @param describe why it waits for them
     */
    record OnProcesses(DataflowProcess process, List<DataflowProcess> waitsFor, Deadlock.Wait describe)
            implements Blockage {

        static OnProcesses ofPredecessors(DataflowProcess process) {
            List<DataflowProcess> unfinished = process.unfinishedPredecessors();
            List<String> names = unfinished.stream().map(DataflowProcess::path).toList();
            return new OnProcesses(process, unfinished, new Deadlock.ForPredecessors(names));
        }

        static OnProcesses ofRegion(DataflowProcess process, DataflowRegion inner) {
            List<DataflowProcess> unfinished =
                    inner.processes().stream().filter(p -> !p.finished()).toList();
            return new OnProcesses(process, unfinished, new Deadlock.ForRegion(inner.name()));
        }

        @Override
        public Optional<Fifo> full() {
            return Optional.empty();
        }
    }
}
