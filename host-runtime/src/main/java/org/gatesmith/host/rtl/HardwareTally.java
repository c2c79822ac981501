package org.gatesmith.host.rtl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatesmith.board.Board;
import org.gatesmith.hls.VerilogKernel;
import org.gatesmith.hls.design.ModuleDesign;
import org.gatesmith.hls.design.Unit;
import org.gatesmith.hls.estimate.CyclePrediction;
import org.gatesmith.hls.estimate.LoopCycles;
import org.gatesmith.hls.rtl.AxiBundle;
import org.gatesmith.hls.rtl.Watch;
import org.gatesmith.hls.scheduler.ScheduledKernel;

/** Adds up the calls of simulated hardware. */
final class HardwareTally {

    private final VerilogKernel kernel;
    private final MemoryModel memory;
    private final List<HardwareRun> runs;
    private final long cycles;
    /** Of distinct calls; most runs have few. */
    private final List<Repeated> predictions;

    /** A prediction, and how many calls it is for. */
    private record Repeated(CyclePrediction call, long times) {}

    private HardwareTally(VerilogKernel kernel, MemoryModel memory, List<HardwareRun> runs) {
        this.kernel = kernel;
        this.memory = memory;
        this.runs = runs;
        this.cycles = runs.stream().mapToLong(HardwareRun::cycles).sum();
        ScheduledKernel scheduled = kernel.scheduled();
        this.predictions = runs.stream()
                .collect(Collectors.groupingBy(HardwareRun::scalars, LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(call -> new Repeated(
                        CyclePrediction.of(scheduled.design(), call.getKey(), scheduled.latency()), call.getValue()))
                .toList();
    }

    static HardwareReport of(VerilogKernel kernel, Board board, MemoryModel memory, List<HardwareRun> runs) {
        HardwareTally tally = new HardwareTally(kernel, memory, runs);
        return new HardwareReport(
                kernel.scheduled(),
                board,
                memory,
                runs.size(),
                tally.cycles,
                tally.forecast(),
                tally.loops(),
                tally.waits(),
                tally.ports(),
                tally.banks());
    }

    private HardwareReport.Forecast forecast() {
        long predicted = predictions.stream()
                .mapToLong(one -> one.call().cycles() * one.times())
                .sum();
        return new HardwareReport.Forecast(
                predicted,
                predictions.stream().allMatch(one -> one.call().isExact()),
                predictions.stream()
                        .flatMap(one -> one.call().guesses().stream())
                        .distinct()
                        .toList());
    }

    // ---- watches

    private Stream<HardwareRun.Reading> readings(Watch.Kind kind) {
        return runs.stream()
                .flatMap(run -> run.readings().stream())
                .filter(reading -> reading.watch().kind() == kind);
    }

    private Map<String, Long> bySubject(Watch.Kind kind) {
        Map<String, Long> sums = new HashMap<>();
        readings(kind).forEach(reading -> sums.merge(reading.watch().subject(), reading.value(), Long::sum));
        return sums;
    }

    private record Cause(String subject, String cause, int line) {}

    private List<HardwareReport.Wait> waits() {
        Map<Cause, Long> sums = new LinkedHashMap<>();
        readings(Watch.Kind.CYCLES).filter(reading -> reading.value() > 0).forEach(reading -> {
            Watch watch = reading.watch();
            sums.merge(new Cause(watch.subject(), watch.cause(), watch.line()), reading.value(), Long::sum);
        });
        return sums.entrySet().stream()
                .map(sum -> new HardwareReport.Wait(
                        sum.getKey().subject(),
                        sum.getKey().cause(),
                        sum.getKey().line(),
                        sum.getValue()))
                .sorted(Comparator.comparingLong(HardwareReport.Wait::cycles).reversed())
                .toList();
    }

    private List<HardwareReport.Loop> loops() {
        Map<String, Long> entries = bySubject(Watch.Kind.ENTRIES);
        Map<String, Long> iterations = bySubject(Watch.Kind.PROGRESS);
        Map<String, Long> busy = bySubject(Watch.Kind.BUSY);
        List<HardwareReport.Loop> loops = new ArrayList<>();
        pipelined().forEach((label, units) -> {
            Unit.PipelinedLoop first = units.getFirst();
            String subject = "loop '" + label + "'";
            loops.add(new HardwareReport.Loop(
                    label,
                    subject,
                    first.loop().span(),
                    first.bounds().requested(),
                    first.interval(),
                    first.depth(),
                    entries.getOrDefault(subject, 0L),
                    iterations.getOrDefault(subject, 0L),
                    busy.getOrDefault(subject, 0L),
                    predicted(units)));
        });
        return loops;
    }

    private Map<String, List<Unit.PipelinedLoop>> pipelined() {
        return kernel.design().modules().stream()
                .flatMap(module -> module instanceof ModuleDesign.Sequential sequential
                        ? sequential.body().all()
                        : Stream.of())
                .flatMap(unit -> unit instanceof Unit.PipelinedLoop loop ? Stream.of(loop) : Stream.of())
                .collect(Collectors.groupingBy(loop -> loop.loop().label(), LinkedHashMap::new, Collectors.toList()));
    }

    private LoopCycles predicted(Collection<Unit.PipelinedLoop> units) {
        long starts = 0;
        long iterations = 0;
        long worked = 0;
        for (Repeated prediction : predictions) {
            for (Unit.PipelinedLoop unit : units) {
                LoopCycles loop = prediction.call().loop(unit);
                starts += loop.entries() * prediction.times();
                iterations += loop.iterations() * prediction.times();
                worked += loop.cycles() * prediction.times();
            }
        }
        return new LoopCycles(starts, iterations, worked);
    }

    // ---- memory

    private List<HardwareReport.Port> ports() {
        List<HardwareReport.Port> ports = new ArrayList<>();
        for (int i = 0; i < kernel.rtl().bundles().size(); i++) {
            AxiBundle bundle = kernel.rtl().bundles().get(i);
            int number = i;
            if (bundle.reads()) {
                ports.add(port(bundle, "reads", run -> run.ports().get(number).reads()));
            }
            if (bundle.writes()) {
                ports.add(port(bundle, "writes", run -> run.ports().get(number).writes()));
            }
        }
        return ports;
    }

    private HardwareReport.Port port(
            AxiBundle bundle, String direction, Function<HardwareRun, HardwareRun.Channel> channel) {
        HardwareRun.Channel traffic =
                runs.stream().map(channel).reduce(HardwareRun.Channel.IDLE, HardwareRun.Channel::plus);
        MemoryModel.BankModel bank =
                memory.banks().get(memory.bankOf(bundle.arguments().getFirst()));
        double bytesPerCycle = cycles == 0 ? 0 : (double) traffic.bytes() / cycles;
        return new HardwareReport.Port(
                bundle.name(),
                direction,
                bundle.arguments(),
                bank.name(),
                bundle.dataBits(),
                traffic,
                bytesPerCycle * memory.megahertz() * 1e6,
                bank.cyclesPerByte() == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(bytesPerCycle * bank.cyclesPerByte()));
    }

    private List<HardwareRun.BankUse> banks() {
        Map<String, HardwareRun.BankUse> sums = new LinkedHashMap<>();
        runs.stream()
                .flatMap(run -> run.banks().stream())
                .forEach(bank -> sums.merge(bank.name(), bank, HardwareRun.BankUse::plus));
        return List.copyOf(sums.values());
    }
}
