package org.gatesmith.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Deals with a region tree in which no process can go on. It notes the first such stall and then searches for the depths that
 * avoid it, by Parks' rule: deepen the smallest full FIFO by one element and run on. Thomas M. Parks, "Bounded Scheduling of
 * Process Networks", PhD thesis, University of California, Berkeley, 1995, section 4.2. As Geilen and Basten do, it prefers
 * the FIFOs of the wait cycle: "Requirements on the execution of Kahn process networks", ESOP 2003.
 */
final class StallSearch {
    /**
     * Elements by which the FIFOs may grow in all. A million is thousands of times the depth of ordinary FIFOs and a few
     * megabytes of on-chip memory; it keeps the search of a process that writes for ever to about a second.
     */
    private static final int GROWTH_LIMIT = 1 << 20;

    private final DataflowRegion root;
    private final Map<Fifo, Integer> givenDepths = new LinkedHashMap<>();
    private List<Blockage> firstStall = List.of();
    private int growth;
    private Deadlock.@Nullable Remedy failedSearch;

    StallSearch(DataflowRegion root) {
        this.root = root;
    }

    /** Makes at least one process ready or cancels the run. */
    void resolve() {
        List<Blockage> stall = blocked(root);
        if (firstStall.isEmpty()) {
            firstStall = stall;
        }
        Optional<Fifo> smallest = smallestFull(stall);
        if (smallest.isEmpty()) {
            giveUp(new Deadlock.NoDepthHelps());
        } else if (growth == GROWTH_LIMIT) {
            giveUp(new Deadlock.Undetermined(GROWTH_LIMIT + " more elements of depth were not enough"));
        } else {
            deepen(smallest.get());
        }
    }

    private void giveUp(Deadlock.Remedy reason) {
        failedSearch = reason;
        root.cancel();
    }

    private void deepen(Fifo fifo) {
        givenDepths.putIfAbsent(fifo, fifo.capacity());
        growth++;
        fifo.deepen();
    }

    private static List<Blockage> blocked(DataflowRegion region) {
        List<Blockage> found = new ArrayList<>();
        for (DataflowProcess process : region.processes()) {
            if (!process.finished()) {
                found.add(Blockage.of(process));
                @Nullable DataflowRegion inner = process.joining();
                if (inner != null) {
                    found.addAll(blocked(inner));
                }
            }
        }
        return found;
    }

    private static Optional<Fifo> smallestFull(List<Blockage> stall) {
        return smallestFullOf(WaitCycle.in(stall)).or(() -> smallestFullOf(stall));
    }

    private static Optional<Fifo> smallestFullOf(List<Blockage> blockages) {
        return blockages.stream().flatMap(b -> b.full().stream()).min(Comparator.comparingInt(Fifo::capacity));
    }

    /**
     * The stall in terms of names, null if there was none.
     *
     * @param failure what ended the continued run, null if nothing did
     */
    @Nullable
    Deadlock deadlock(@Nullable Throwable failure) {
        if (firstStall.isEmpty()) {
            return null;
        }
        List<String> cycle =
                WaitCycle.in(firstStall).stream().map(b -> b.process().path()).toList();
        return new Deadlock(
                root.name(),
                firstStall.stream()
                        .map(b -> new Deadlock.Blocked(b.process().path(), b.describe()))
                        .toList(),
                cycle,
                remedy(failure));
    }

    private Deadlock.Remedy remedy(@Nullable Throwable failure) {
        if (failedSearch != null) {
            return failedSearch;
        }
        if (failure != null) {
            return new Deadlock.Undetermined("with deeper FIFOs, " + failure.getMessage());
        }
        if (root.cancelled()) {
            return new Deadlock.Undetermined("the search was interrupted");
        }
        List<Deadlock.Unread> unread = unread();
        return unread.isEmpty() ? new Deadlock.Deepen(neededDepths()) : new Deadlock.ReadMore(unread);
    }

    private List<Deadlock.Unread> unread() {
        return givenDepths.keySet().stream()
                .filter(fifo -> fifo.fill() > 0)
                .map(fifo -> new Deadlock.Unread(fifo.name(), fifo.fill()))
                .toList();
    }

    private List<Deadlock.FifoDepth> neededDepths() {
        return givenDepths.entrySet().stream()
                .map(e -> new Deadlock.FifoDepth(
                        e.getKey().name(), e.getValue(), e.getKey().capacity()))
                .toList();
    }
}
