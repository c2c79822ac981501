package org.gatesmith.hls.dependence;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Value;

/**
 * Accesses that unrolling made of one: each strides over the others' elements, together they leave none out, and so they are a burst.
 */
final class JoinedLanes {

    private final MemoryAnalysis analysis;
    private final Function function;
    private final List<PortAccess> accesses;

    private JoinedLanes(MemoryAnalysis analysis, Function function, List<PortAccess> accesses) {
        this.analysis = analysis;
        this.function = function;
        this.accesses = accesses;
    }

    /** The accesses, with the pattern of all lanes for each lane. */
    static List<PortAccess> in(MemoryAnalysis analysis, Function function, List<PortAccess> accesses) {
        JoinedLanes lanes = new JoinedLanes(analysis, function, accesses);
        return accesses.stream().map(lanes::joined).toList();
    }

    private PortAccess joined(PortAccess access) {
        if (!(access.pattern() instanceof PortAccess.Strided strided) || !(access.loop() instanceof Op.For loop)) {
            return access;
        }
        return isWhole(access, strided.stride().abs())
                ? new PortAccess(access.access(), loop, burst(strided.stride(), loop))
                : access;
    }

    /** Whether the accesses of one iteration reach {@code stride} elements in a row. */
    private boolean isWhole(PortAccess access, BigInteger stride) {
        List<PortAccess> lanes =
                accesses.stream().filter(other -> isLane(access, other)).toList();
        return BigInteger.valueOf(lanes.size()).equals(stride) && lanes.stream().anyMatch(base -> isFirst(base, lanes));
    }

    /** Whether the lanes begin at {@code base} and leave nothing out. */
    private boolean isFirst(PortAccess base, List<PortAccess> lanes) {
        TreeSet<BigInteger> offsets = new TreeSet<>();
        for (PortAccess lane : lanes) {
            analysis.offset(function, index(base), index(lane)).ifPresent(offsets::add);
        }
        return offsets.size() == lanes.size()
                && offsets.first().signum() == 0
                && offsets.last().equals(BigInteger.valueOf(lanes.size() - 1));
    }

    private static Value index(PortAccess access) {
        return access.access().indices().getFirst();
    }

    private static boolean isLane(PortAccess access, PortAccess other) {
        return other.loop() == access.loop()
                && other.access().memory() == access.access().memory()
                && other.access().isWrite() == access.access().isWrite()
                && other.pattern() instanceof PortAccess.Strided(var stride, var _)
                && access.pattern() instanceof PortAccess.Strided(var own, var _)
                && stride.equals(own);
    }

    private PortAccess.Burst burst(BigInteger stride, Op.For loop) {
        Optional<BigInteger> longest = analysis.mostTrips(function, loop).map(stride.abs()::multiply);
        return new PortAccess.Burst(stride, Optional.empty(), longest, BigInteger.ONE);
    }
}
