package org.gatesmith.hls.cost;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.gatesmith.hls.ir.FloatType;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Value;

/** Hands the scalars to a {@link CostWalk} and puts its tally into words. */
final class CostAnalysis {

    private final List<Value> ports;
    private final LoopNest nest;
    private final Tally tally;

    private CostAnalysis(Program program, Map<String, Long> scalars) {
        this.ports = program.top().parameters().stream()
                .filter(parameter -> parameter.type() instanceof PortType)
                .toList();
        this.nest = LoopNest.of(program);
        CostWalk walk = new CostWalk(program, nest, ports);
        for (Value parameter : program.top().parameters()) {
            if (parameter.type() instanceof IntType type) {
                long value = scalar(parameter, scalars);
                check(program, parameter, type, value);
                walk.define(parameter, Bounds.exactly(value));
            }
        }
        this.tally = walk.top();
    }

    static KernelCost of(Program program, Map<String, Long> scalars) {
        return new CostAnalysis(program, scalars).result();
    }

    private static long scalar(Value parameter, Map<String, Long> scalars) {
        return Optional.ofNullable(scalars.get(nameOf(parameter)))
                .orElseThrow(() -> new IllegalArgumentException(
                        "scalar " + nameOf(parameter) + " has no value; given are " + scalars.keySet()));
    }

    private static void check(Program program, Value parameter, IntType type, long value) {
        BigInteger number = BigInteger.valueOf(value);
        if (!type.contains(number)) {
            throw new IllegalArgumentException(outside(parameter, value, type.min(), type.max()));
        }
        for (Op op : program.top().body().ops()) {
            if (op instanceof Op.Assume assume
                    && assume.operand() == parameter
                    && (number.compareTo(assume.min()) < 0 || number.compareTo(assume.max()) > 0)) {
                throw new IllegalArgumentException(outside(parameter, value, assume.min(), assume.max()));
            }
        }
    }

    private static String outside(Value parameter, long value, BigInteger min, BigInteger max) {
        return "scalar " + nameOf(parameter) + " is " + value + ", the kernel permits " + min + " to " + max;
    }

    private static String nameOf(Value parameter) {
        return Optional.ofNullable(parameter.name()).orElse("");
    }

    private KernelCost result() {
        return new KernelCost(
                new Operations(counts(tally::data), counts(tally::addressing)),
                traffic(),
                loops(),
                tally.cycles(),
                tally.reservations());
    }

    private static Map<OperationKind, Long> counts(ToLongFunction<OperationKind> count) {
        Map<OperationKind, Long> counts = new EnumMap<>(OperationKind.class);
        for (OperationKind kind : OperationKind.values()) {
            if (count.applyAsLong(kind) != 0) {
                counts.put(kind, count.applyAsLong(kind));
            }
        }
        return counts;
    }

    private List<PortTraffic> traffic() {
        List<PortTraffic> traffic = new ArrayList<>();
        for (int i = 0; i < ports.size(); i++) {
            ScalarType element = ((PortType) ports.get(i).type()).element();
            traffic.add(new PortTraffic(nameOf(ports.get(i)), bytes(element), tally.reads(i), tally.writes(i)));
        }
        return traffic;
    }

    /** Size in board memory, where a boolean is a byte. */
    private static int bytes(ScalarType element) {
        return switch (element) {
            case FloatType.F32 -> Float.BYTES;
            case FloatType.F64 -> Double.BYTES;
            case IntType integer -> Math.ceilDiv(integer.width(), Byte.SIZE);
        };
    }

    private List<LoopCost> loops() {
        List<LoopCost> loops = new ArrayList<>();
        for (int i = 0; i < nest.entries().size(); i++) {
            LoopNest.Entry entry = nest.entries().get(i);
            loops.add(new LoopCost(
                    entry.label(),
                    entry.span(),
                    entry.directives(),
                    entry.form(),
                    entry.depth(),
                    tally.loop(i, Tally.LoopCount.ENTRIES),
                    tally.loop(i, Tally.LoopCount.ITERATIONS),
                    tally.minTrips(i),
                    tally.maxTrips(i),
                    tally.loop(i, Tally.LoopCount.GUESSES) == 0,
                    tally.loop(i, Tally.LoopCount.CYCLES)));
        }
        return loops;
    }
}
