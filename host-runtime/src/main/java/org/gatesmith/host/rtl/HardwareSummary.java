package org.gatesmith.host.rtl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.gatesmith.hls.rtl.AxiBundle;
import org.gatesmith.hls.rtl.Watch;

/** Several calls of simulated hardware together, in words. */
final class HardwareSummary {

    private final List<AxiBundle> bundles;
    private final List<HardwareRun> runs;
    private final long cycles;

    HardwareSummary(List<AxiBundle> bundles, List<HardwareRun> runs) {
        this.bundles = bundles;
        this.runs = runs;
        this.cycles = runs.stream().mapToLong(HardwareRun::cycles).sum();
    }

    /** Nothing if nothing ran. */
    List<String> lines() {
        if (runs.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of(time()));
        for (int i = 0; i < bundles.size(); i++) {
            int port = i;
            channel(bundles.get(i), "reads", run -> run.ports().get(port).reads())
                    .ifPresent(lines::add);
            channel(bundles.get(i), "writes", run -> run.ports().get(port).writes())
                    .ifPresent(lines::add);
        }
        IntStream.range(0, runs.getFirst().banks().size()).mapToObj(this::bank).forEach(lines::add);
        IntStream.range(0, runs.getFirst().readings().size())
                .filter(i -> counts(watch(i)))
                .mapToObj(i -> watch(i).text() + ": "
                        + sum(run -> run.readings().get(i).value()))
                .forEach(lines::add);
        return lines;
    }

    private String time() {
        double megahertz = runs.getFirst().megahertz();
        return String.format(
                Locale.ROOT,
                "%d cycles in %d %s: %.3f ms at %s MHz",
                cycles,
                runs.size(),
                runs.size() == 1 ? "call" : "calls",
                cycles / megahertz / 1000,
                number(megahertz));
    }

    private Optional<String> channel(
            AxiBundle bundle, String verb, Function<HardwareRun, HardwareRun.Channel> channel) {
        long beats = sum(run -> channel.apply(run).beats());
        if (beats == 0) {
            return Optional.empty();
        }
        long bytes = sum(run -> channel.apply(run).bytes());
        long bursts = sum(run -> channel.apply(run).bursts());
        double gigabytesPerSecond = bytes * runs.getFirst().megahertz() / cycles / 1000;
        return Optional.of(String.format(
                Locale.ROOT,
                "port %s %s %d bytes in %d bursts of %.1f beats (%d bits), busy in %.1f %% of the cycles, %.2f GB/s; waits: %d"
                        + " cycles for addresses, %d for data",
                bundle.name(),
                verb,
                bytes,
                bursts,
                (double) beats / bursts,
                bundle.dataBits(),
                100.0 * beats / cycles,
                gigabytesPerSecond,
                sum(run -> channel.apply(run).addressWaits()),
                sum(run -> channel.apply(run).dataWaits())));
    }

    private String bank(int index) {
        return String.format(
                Locale.ROOT,
                "bank %s busy in %.1f %% of the cycles",
                runs.getFirst().banks().get(index).name(),
                100.0 * sum(run -> run.banks().get(index).busyCycles()) / cycles);
    }

    private Watch watch(int index) {
        return runs.getFirst().readings().get(index).watch();
    }

    private static boolean counts(Watch watch) {
        return switch (watch.kind()) {
            case PROGRESS, CYCLES -> true;
            case WAITS, LEVEL -> false;
        };
    }

    private long sum(Function<HardwareRun, Long> part) {
        return runs.stream().mapToLong(part::apply).sum();
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
