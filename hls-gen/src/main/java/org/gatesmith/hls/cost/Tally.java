package org.gatesmith.hls.cost;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Counts of one execution of a piece of a program, growing. */
final class Tally {

    private static final List<OperationKind> KINDS_IN_ORDER = List.of(OperationKind.values());
    private static final int KINDS = KINDS_IN_ORDER.size();

    private final int ports;
    private final int loops;

    /** Everything that is summed up, see the methods for the order. */
    private final long[] counts;

    /** Of each port, the reads and then the writes that happen whatever data decide. */
    private final long[] certainAccesses;

    private final long[] minTrips;
    private final long[] maxTrips;
    private final Set<Reservation> reservations = EnumSet.noneOf(Reservation.class);
    private long cycles;

    Tally(int ports, int loops) {
        this.ports = ports;
        this.loops = loops;
        this.counts = new long[2 * KINDS + 2 * ports + LoopCount.COUNT * loops];
        this.certainAccesses = new long[2 * ports];
        this.minTrips = new long[loops];
        this.maxTrips = new long[loops];
        Arrays.fill(minTrips, Saturating.LIMIT);
    }

    /** What is summed up for each loop. */
    enum LoopCount {
        ENTRIES(0),
        ITERATIONS(1),
        CYCLES(2),
        /** Entries whose number of iterations had to be guessed. */
        GUESSES(3);

        private static final int COUNT = values().length;

        private final int place;

        LoopCount(int place) {
            this.place = place;
        }
    }

    private static int position(OperationKind kind) {
        return KINDS_IN_ORDER.indexOf(kind);
    }

    /** A tally of nothing for the same ports and loops. */
    Tally fresh() {
        return new Tally(ports, loops);
    }

    void addData(OperationKind kind, int number) {
        counts[position(kind)] += number;
    }

    void addAddressing(OperationKind kind, int number) {
        counts[KINDS + position(kind)] += number;
    }

    void addRead(int port) {
        counts[2 * KINDS + port]++;
        certainAccesses[port]++;
    }

    void addWrite(int port) {
        counts[2 * KINDS + ports + port]++;
        certainAccesses[ports + port]++;
    }

    void addEntry(int loop, long iterations, long fewest, long most, long itsCycles, boolean guessed) {
        addLoop(loop, LoopCount.ENTRIES, 1);
        addLoop(loop, LoopCount.ITERATIONS, iterations);
        addLoop(loop, LoopCount.CYCLES, itsCycles);
        addLoop(loop, LoopCount.GUESSES, guessed ? 1 : 0);
        minTrips[loop] = Math.min(minTrips[loop], fewest);
        maxTrips[loop] = Math.max(maxTrips[loop], most);
    }

    private void addLoop(int loop, LoopCount what, long number) {
        int index = loopIndex(loop, what);
        counts[index] = Saturating.add(counts[index], number);
    }

    private int loopIndex(int loop, LoopCount what) {
        return 2 * KINDS + 2 * ports + what.place * loops + loop;
    }

    void reserve(Reservation reservation) {
        reservations.add(reservation);
    }

    /** Adds {@code times} executions of what {@code other} counts; its cycles stay out. */
    void add(Tally other, long times) {
        for (int i = 0; i < counts.length; i++) {
            if (other.counts[i] != 0) {
                counts[i] = Saturating.add(counts[i], Saturating.multiply(other.counts[i], times));
            }
        }
        for (int i = 0; i < certainAccesses.length; i++) {
            certainAccesses[i] =
                    Saturating.add(certainAccesses[i], Saturating.multiply(other.certainAccesses[i], times));
        }
        for (int i = 0; i < loops; i++) {
            minTrips[i] = Math.min(minTrips[i], other.minTrips[i]);
            maxTrips[i] = Math.max(maxTrips[i], other.maxTrips[i]);
        }
        reservations.addAll(other.reservations);
    }

    /**
     * Either what this tally counts or what {@code other} does: of each count the larger one, of cycles and certain accesses the
     * smaller.
     */
    Tally or(Tally other) {
        Tally either = fresh();
        either.reservations.addAll(reservations);
        either.reservations.addAll(other.reservations);
        for (int i = 0; i < counts.length; i++) {
            either.counts[i] = Math.max(counts[i], other.counts[i]);
        }
        for (int i = 0; i < certainAccesses.length; i++) {
            either.certainAccesses[i] = Math.min(certainAccesses[i], other.certainAccesses[i]);
        }
        for (int i = 0; i < loops; i++) {
            either.minTrips[i] = Math.min(minTrips[i], other.minTrips[i]);
            either.maxTrips[i] = Math.max(maxTrips[i], other.maxTrips[i]);
        }
        either.cycles = Math.min(cycles, other.cycles);
        return either;
    }

    boolean countsTheSameAs(Tally other) {
        return Arrays.equals(counts, other.counts);
    }

    /** Takes back the certainty of all accesses. */
    void nothingIsCertain() {
        Arrays.fill(certainAccesses, 0);
    }

    long cycles() {
        return cycles;
    }

    /** One thing after another. */
    void addCycles(long more) {
        cycles = Saturating.add(cycles, more);
    }

    /** At the same time. */
    void atLeastCycles(long other) {
        cycles = Math.max(cycles, other);
    }

    /** Cycles that the busiest port needs: one per read, and at the same time one per write. */
    long portCycles() {
        return Arrays.stream(certainAccesses).max().orElse(0);
    }

    long data(OperationKind kind) {
        return counts[position(kind)];
    }

    long addressing(OperationKind kind) {
        return counts[KINDS + position(kind)];
    }

    long reads(int port) {
        return counts[2 * KINDS + port];
    }

    long writes(int port) {
        return counts[2 * KINDS + ports + port];
    }

    long loop(int loop, LoopCount what) {
        return counts[loopIndex(loop, what)];
    }

    long minTrips(int loop) {
        return loop(loop, LoopCount.ENTRIES) == 0 ? 0 : minTrips[loop];
    }

    long maxTrips(int loop) {
        return maxTrips[loop];
    }

    /** The reservations that came up, and whether a count is at its limit. */
    Set<Reservation> reservations() {
        Set<Reservation> all = EnumSet.copyOf(reservations);
        if (cycles == Saturating.LIMIT || Arrays.stream(counts).anyMatch(count -> count == Saturating.LIMIT)) {
            all.add(Reservation.SATURATED);
        }
        return all;
    }
}
