package org.gatesmith.host.rtl;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.rtl.Watch;
import tools.jackson.databind.JsonNode;

/**
 * What the simulated hardware did in one call.
 *
 * @param cycles from the one that takes ap_start to the one that says ap_done
 * @param megahertz of the kernel's clock
 * @param scalars that it was called with, by name; of floating-point numbers the raw bits
 * @param readings the signals that the kernel exposes
 */
public record HardwareRun(
        long cycles,
        double megahertz,
        Map<String, Long> scalars,
        List<PortTraffic> ports,
        List<BankUse> banks,
        List<Reading> readings) {

    public HardwareRun {
        scalars = Map.copyOf(scalars);
        ports = List.copyOf(ports);
        banks = List.copyOf(banks);
        readings = List.copyOf(readings);
    }

    /** Traffic of one AXI port. */
    public record PortTraffic(String name, Channel reads, Channel writes) {}

    /**
     * One direction of a port.
     *
     * @param bytes read, or written with a strobe
     * @param addressWaits cycles in which an address was not taken
     * @param dataWaits cycles in which data were not taken
     * @param mostOutstanding bursts on their way at once, at most, since the device was opened
     */
    public record Channel(long bursts, long beats, long bytes, long addressWaits, long dataWaits, int mostOutstanding) {

        static final Channel IDLE = new Channel(0, 0, 0, 0, 0, 0);

        Channel plus(Channel other) {
            return new Channel(
                    bursts + other.bursts,
                    beats + other.beats,
                    bytes + other.bytes,
                    addressWaits + other.addressWaits,
                    dataWaits + other.dataWaits,
                    Math.max(mostOutstanding, other.mostOutstanding));
        }
    }

    /**
     * What a bank of board memory did. Of an ideal memory only the bursts are counted.
     *
     * @param busyCycles in which it transferred
     * @param queuedCycles that bursts waited for earlier ones, together
     * @param refreshCycles that bursts waited for refreshes, together
     * @param pageChanges bursts that lay in another page than the one before
     * @param refreshes that a burst had to wait for
     */
    public record BankUse(
            String name,
            long bursts,
            long busyCycles,
            long queuedCycles,
            long refreshCycles,
            long pageChanges,
            long refreshes) {

        BankUse plus(BankUse other) {
            return new BankUse(
                    name,
                    bursts + other.bursts,
                    busyCycles + other.busyCycles,
                    queuedCycles + other.queuedCycles,
                    refreshCycles + other.refreshCycles,
                    pageChanges + other.pageChanges,
                    refreshes + other.refreshes);
        }
    }

    /** What a signal said at the end, or for counters, how far it grew in this call. */
    public record Reading(Watch watch, long value) {}

    /** Time at the kernel's clock. */
    public Duration time() {
        return Duration.ofNanos(Math.round(cycles * 1000.0 / megahertz));
    }

    static HardwareRun of(JsonNode figures, double megahertz, Map<String, Long> scalars, List<Watch> watches) {
        List<PortTraffic> ports = new ArrayList<>();
        figures.path("ports")
                .forEach(port -> ports.add(new PortTraffic(
                        port.path("name").asString(""), channel(port.path("reads")), channel(port.path("writes")))));
        List<BankUse> banks = new ArrayList<>();
        figures.path("banks").forEach(bank -> banks.add(bank(bank)));
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < watches.size(); i++) {
            readings.add(
                    new Reading(watches.get(i), figures.path("signals").path(i).asLong(0)));
        }
        return new HardwareRun(figures.path("cycles").asLong(0), megahertz, scalars, ports, banks, readings);
    }

    private static BankUse bank(JsonNode counts) {
        return new BankUse(
                counts.path("name").asString(""),
                counts.path("bursts").asLong(0),
                counts.path("busyCycles").asLong(0),
                counts.path("queuedCycles").asLong(0),
                counts.path("refreshCycles").asLong(0),
                counts.path("pageChanges").asLong(0),
                counts.path("refreshes").asLong(0));
    }

    private static Channel channel(JsonNode counts) {
        return new Channel(
                counts.path("bursts").asLong(0),
                counts.path("beats").asLong(0),
                counts.path("bytes").asLong(0),
                counts.path("addressWaits").asLong(0),
                counts.path("dataWaits").asLong(0),
                counts.path("mostOutstanding").asInt(0));
    }
}
