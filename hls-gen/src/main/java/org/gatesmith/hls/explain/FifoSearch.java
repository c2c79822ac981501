package org.gatesmith.hls.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatesmith.hls.CompiledKernel;
import org.gatesmith.hls.design.Design;
import org.gatesmith.hls.diag.Span;
import org.gatesmith.hls.estimate.CyclePrediction;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.MethodNames;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.scheduler.ScheduledKernel;

/** Predicts a call with other depths of FIFOs, which change nothing else of its schedule. */
final class FifoSearch {

    /** Deepest FIFO that is tried: four block RAMs of 36 bits. */
    private static final int DEEPEST = 4096;

    /** Part of the cycles that counts as nothing, and part that is worth a deeper FIFO. */
    private static final long NOTHING = 1000;

    private static final long WORTH = 100;

    private final ScheduledKernel scheduled;
    private final Map<String, Long> scalars;
    /** Where the source declares FIFOs, with the names by which schedule files reach them. */
    private final Map<Span, String> names;

    FifoSearch(CompiledKernel kernel, ScheduledKernel scheduled, Map<String, Long> scalars) {
        this.scheduled = scheduled;
        this.scalars = scalars;
        this.names = names(kernel);
    }

    private static Map<Span, String> names(CompiledKernel kernel) {
        Map<Span, String> names = new LinkedHashMap<>();
        MethodNames methods =
                MethodNames.of(kernel.accepted(), kernel.signature().methodName());
        for (Function function : kernel.accepted().functions()) {
            fifos(function.body())
                    .filter(fifo -> fifo.span().isKnown() && fifo.result().name() != null)
                    .forEach(fifo -> names.putIfAbsent(
                            fifo.span(),
                            methods.of(function) + "." + fifo.result().name()));
        }
        return names;
    }

    private static Stream<Op.AllocFifo> fifos(Region region) {
        return region.ops().stream()
                .flatMap(op -> op instanceof Op.AllocFifo fifo
                        ? Stream.of(fifo)
                        : op.regions().stream().flatMap(FifoSearch::fifos));
    }

    Optional<FifoThrottle> find() {
        Map<Span, Integer> now = depths();
        if (now.isEmpty()) {
            return Optional.empty();
        }
        long cycles = cycles(now);
        long least = cycles(atLeast(now, DEEPEST));
        if (cycles <= least + least / WORTH) {
            return Optional.empty();
        }
        long enough = least + least / NOTHING;
        int all = 2;
        while (all < DEEPEST && cycles(atLeast(now, all)) > enough) {
            all *= 2;
        }
        Map<Span, Integer> depths = reduced(now, atLeast(now, all), enough);
        List<FifoThrottle.Depth> deeper = new ArrayList<>();
        depths.forEach((place, depth) -> {
            int before = now.getOrDefault(place, depth);
            if (depth > before) {
                deeper.add(new FifoThrottle.Depth(names.getOrDefault(place, ""), place, before, depth));
            }
        });
        return Optional.of(new FifoThrottle(cycles, cycles(depths), deeper));
    }

    /** One FIFO after another as short as possible, while the others are what they are. */
    private Map<Span, Integer> reduced(Map<Span, Integer> now, Map<Span, Integer> enough, long cycles) {
        Map<Span, Integer> depths = new LinkedHashMap<>(enough);
        now.forEach((place, least) -> {
            int most = depths.getOrDefault(place, least);
            int depth = least;
            depths.put(place, depth);
            while (depth < most && cycles(depths) > cycles) {
                depth = Math.min(most, 2 * Integer.highestOneBit(depth));
                depths.put(place, depth);
            }
        });
        return depths;
    }

    /** The depths of the FIFOs that have a name. */
    private Map<Span, Integer> depths() {
        Map<Span, Integer> depths = new LinkedHashMap<>();
        for (Function function : scheduled.design().program().functions()) {
            fifos(function.body())
                    .filter(fifo -> names.containsKey(fifo.span()))
                    .forEach(fifo -> depths.put(fifo.span(), fifo.depth()));
        }
        return depths;
    }

    private static Map<Span, Integer> atLeast(Map<Span, Integer> depths, int least) {
        Map<Span, Integer> deeper = new LinkedHashMap<>(depths);
        deeper.replaceAll((_, depth) -> Math.max(depth, least));
        return deeper;
    }

    private long cycles(Map<Span, Integer> depths) {
        Design design = scheduled.design();
        Program program = design.program().mapFunctions(function -> with(function, depths));
        Design changed = new Design(program, design.signature(), design.clock(), design.modules());
        return CyclePrediction.of(changed, scalars, scheduled.latency()).cycles();
    }

    /** The function with other FIFOs; all other operations stay the same objects, to which the schedule refers. */
    private static Function with(Function function, Map<Span, Integer> depths) {
        if (fifos(function.body()).findAny().isEmpty()) {
            return function;
        }
        List<Op> ops = function.body().ops().stream()
                .map(op -> op instanceof Op.AllocFifo fifo
                        ? new Op.AllocFifo(fifo.result(), depths.getOrDefault(fifo.span(), fifo.depth()), fifo.span())
                        : op)
                .toList();
        Region body =
                new Region(function.body().parameters(), ops, function.body().yields());
        return new Function(function.name(), body, function.style(), function.inlining(), function.span());
    }
}
