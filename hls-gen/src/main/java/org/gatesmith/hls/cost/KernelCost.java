package org.gatesmith.hls.cost;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatesmith.hls.ir.Program;

/**
 * How much work one call of a kernel is.
 *
 * <p>The figures follow from the program and the scalars; nothing is run. What depends on the elements of arrays cannot be known
 * in this way, and {@code reservations} says where that is so.
 *
 * <p>{@code cycles} is a lower bound of the cycles under the <em>requested</em> schedule. It is not an estimate of what a
 * scheduler will achieve: recurrences, operator latencies, banks of on-chip arrays, waiting for memory and the filling of
 * pipelines only add to it. It rests on these rules:
 *
 * <ul>
 *   <li>A pipelined loop takes {@code interval · (iterations - 1) + 1} cycles each time it is reached; loops inside it are
 *       unrolled.
 *   <li>The iterations of an unrolled loop run at the same time; with a factor, that many of them.
 *   <li>Any other loop takes its iterations one after another, each at least one cycle.
 *   <li>Loops and calls in one body run one after another; the processes of a dataflow kernel run at the same time.
 *   <li>Every memory port takes one read and one write of an element per cycle.
 *   <li>Of a branch that depends on data, the shorter side counts.
 * </ul>
 *
 * @param ports in the order of the kernel's parameters
 * @param loops in the order of the source, callers before callees
 * @param cycles at least 1
 * @param reservations empty if every count is exact
 */
public record KernelCost(
        Operations operations,
        List<PortTraffic> ports,
        List<LoopCost> loops,
        long cycles,
        Set<Reservation> reservations) {

    public KernelCost {
        ports = List.copyOf(ports);
        loops = List.copyOf(loops);
        reservations = Set.copyOf(reservations);
    }

    /**
     * The cost of a call.
     *
     * @param program as {@code CompiledKernel} has it, after the standard passes
     * @param scalars the integer parameters by name, a boolean being 0 or 1; floating-point parameters need not be given
     * @throws IllegalArgumentException an integer parameter has no value, or one that its type or contract does not permit
     */
    public static KernelCost of(Program program, Map<String, Long> scalars) {
        return CostAnalysis.of(program, scalars);
    }

    /** Whether the counts are what the call does, neither bounds nor estimates. */
    public boolean isExact() {
        return reservations.isEmpty();
    }

    /** The loop of that name. */
    public Optional<LoopCost> loop(String name) {
        return loops.stream().filter(loop -> loop.name().equals(name)).findFirst();
    }

    /** The traffic of a port, by the name of the kernel's parameter. */
    public Optional<PortTraffic> port(String name) {
        return ports.stream().filter(port -> port.port().equals(name)).findFirst();
    }

    /** Bytes that cross all ports in both directions. */
    public long bytes() {
        return ports.stream().mapToLong(PortTraffic::bytes).reduce(0, Saturating::add);
    }
}
