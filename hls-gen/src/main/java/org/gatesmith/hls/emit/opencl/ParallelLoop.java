package org.gatesmith.hls.emit.opencl;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.MemoryUse;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Value;

/**
 * The loop of a kernel whose iterations the work-items share out among themselves: the one outermost loop, if it is declared
 * {@code @Parallel}. What stands around it is computed by every work-item, so it must not write memory, nor read what the loop
 * writes.
 */
final class ParallelLoop {

    /** A counter that starts below this and goes on by ones meets its bound without overflow. */
    private static final BigInteger MOST_LOWER = BigInteger.ONE.shiftLeft(24);

    private final Program program;
    private final MemoryUse use;

    private ParallelLoop(Program program) {
        this.program = program;
        this.use = MemoryUse.of(program);
    }

    /** The loop, if the kernel has the form for it. */
    static Optional<Op.For> of(Program program) {
        return new ParallelLoop(program).find();
    }

    private Optional<Op.For> find() {
        Function top = program.top();
        List<Op.For> loops = top.body().ops().stream()
                .filter(op -> op instanceof Op.For loop && loop.directives().parallel())
                .map(Op.For.class::cast)
                .toList();
        if (top.style() == Function.Style.DATAFLOW || loops.size() != 1 || !isSimple(loops.getFirst())) {
            return Optional.empty();
        }
        Set<Value> written = new HashSet<>();
        collect(List.of(loops.getFirst()), new HashSet<>(), written);
        Set<Value> readAround = new HashSet<>();
        Set<Value> writtenAround = new HashSet<>();
        List<Op> around =
                top.body().ops().stream().filter(op -> op != loops.getFirst()).toList();
        collect(around, readAround, writtenAround);
        readAround.retainAll(written);
        return readAround.isEmpty() && writtenAround.isEmpty() ? Optional.of(loops.getFirst()) : Optional.empty();
    }

    private boolean isSimple(Op.For loop) {
        boolean counts = loop.relation() == Operator.LT
                && loop.step() == 1
                && loop.results().isEmpty();
        boolean fits = loop.bound().type() instanceof IntType bound && IntType.I32.contains(bound);
        return counts && fits && program.top().body().ops().stream().anyMatch(op -> isSmall(op, loop.lower()));
    }

    private static boolean isSmall(Op op, Value lower) {
        return op instanceof Op.Constant(Value result, Literal.Int(BigInteger value), var _)
                && result == lower
                && value.signum() >= 0
                && value.compareTo(MOST_LOWER) < 0;
    }

    private void collect(List<Op> ops, Set<Value> read, Set<Value> written) {
        for (Op op : ops) {
            switch (op) {
                case Op.Load load -> add(load.memory(), read);
                case Op.Store store -> add(store.memory(), written);
                case Op.Call call -> collect(call, read, written);
                default -> op.regions().forEach(region -> collect(region.ops(), read, written));
            }
        }
    }

    private void collect(Op.Call call, Set<Value> read, Set<Value> written) {
        for (int i = 0; i < call.operands().size(); i++) {
            if (use.reads(call, i)) {
                add(call.operands().get(i), read);
            }
            if (use.writes(call, i)) {
                add(call.operands().get(i), written);
            }
        }
    }

    private static void add(Value memory, Set<Value> memories) {
        if (memory.type() instanceof PortType) {
            memories.add(memory);
        }
    }
}
