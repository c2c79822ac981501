package org.gatesmith.host.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What simulated hardware did, and what it takes of the device.
 *
 * @param calls of the kernel
 * @param cycles of all calls
 * @param predictedCycles what the schedule predicts for them
 * @param megahertz of the kernel's clock
 * @param explanation of the difference, in sentences
 * @param loops pipelined loops
 * @param waits longest first
 * @param resources LUTs and the like
 */
public record Hardware(
        long calls,
        long cycles,
        long predictedCycles,
        double megahertz,
        List<String> explanation,
        List<Loop> loops,
        List<Wait> waits,
        List<Port> ports,
        List<Bank> banks,
        List<Resource> resources) {

    public Hardware {
        explanation = List.copyOf(explanation);
        loops = List.copyOf(loops);
        waits = List.copyOf(waits);
        ports = List.copyOf(ports);
        banks = List.copyOf(banks);
        resources = List.copyOf(resources);
    }

    /**
     * A pipelined loop in all calls.
     *
     * @param asked interval that was asked for
     * @param scheduled interval that the schedule has
     * @param achieved cycles from one iteration to the next on average; empty if there was none
     * @param waiting cycles in which it stood still; things that it waited for at the same time count each
     */
    public record Loop(
            String name,
            Optional<SourceLine> source,
            int asked,
            int scheduled,
            OptionalDouble achieved,
            long iterations,
            long cycles,
            long predictedCycles,
            long waiting) {}

    /** Cycles that a loop or function waited for something. */
    public record Wait(String subject, String cause, Optional<SourceLine> source, long cycles) {}

    /**
     * One direction of a port to board memory.
     *
     * @param direction {@code reads} or {@code writes}
     * @param bits width of the data
     * @param shareOfBank of the bank's bandwidth, if the model has a limit
     */
    public record Port(
            String name,
            String direction,
            String operands,
            int bits,
            long bytes,
            long bursts,
            double beatsPerBurst,
            double bytesPerSecond,
            OptionalDouble shareOfBank,
            String bank) {}

    /** A bank of board memory. */
    public record Bank(
            String name, double busy, long bursts, long pageChanges, long refreshCycles, long queuedCycles) {}

    /**
     * One kind of programmable element.
     *
     * @param used as estimated
     * @param regions what the platform leaves to kernels in each super logic region
     */
    public record Resource(String name, long used, List<Region> regions) {

        public Resource {
            regions = List.copyOf(regions);
        }

        public long available() {
            return regions.stream().mapToLong(Region::available).sum();
        }
    }

    /** What a super logic region has of an element. */
    public record Region(String name, long available) {}
}
