package org.gatesmith.hls.pass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gatesmith.api.PartitionKind;
import org.gatesmith.hls.ir.ArrayDirectives;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.LoopDirectives;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Operator;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;

/** The loops that write zeros to one array: dimensions with a bank for every index innermost, as they are written at once. */
final class ZeroLoops {

    /** Elements up to which stores in a row take no longer than a loop, and let an array become registers. */
    private static final int SMALL_ARRAY = 16;

    private static final LoopDirectives UNROLLED = new LoopDirectives(0, 0, false, false, null);
    private static final LoopDirectives PIPELINED = new LoopDirectives(1, 1, false, false, null);

    private final Op.AllocArray alloc;
    private final List<Integer> order = new ArrayList<>();
    private final int sequential;
    private final Value[] indices;

    ZeroLoops(Op.AllocArray alloc) {
        this.alloc = alloc;
        int rank = alloc.type().rank();
        IntStream.range(0, rank).filter(dimension -> !isComplete(dimension)).forEach(order::add);
        sequential = order.size();
        IntStream.range(0, rank).filter(this::isComplete).forEach(order::add);
        indices = new Value[rank];
    }

    private boolean isComplete(int dimension) {
        ArrayDirectives directives = alloc.directives();
        return directives.partitions().stream()
                .anyMatch(split -> split.kind() == PartitionKind.COMPLETE
                        && (split.dimension() == 0 || split.dimension() == dimension + 1));
    }

    /** The operations, which stand where the array's life begins. */
    List<Op> ops() {
        return level(0).ops();
    }

    private Region level(int level) {
        if (level == order.size()) {
            Value zero = Value.of(alloc.type().element());
            return new Region(
                    List.of(),
                    List.of(
                            new Op.Constant(zero, Promotion.zero(alloc.type().element()), alloc.span()),
                            new Op.Store(alloc.result(), Arrays.asList(indices), zero, alloc.span())),
                    List.of());
        }
        int dimension = order.get(level);
        Value first = Value.of(IntType.I32);
        Value bound = Value.of(IntType.I32);
        Value counter = Value.of(IntType.I32);
        indices[dimension] = counter;
        Region inner = level(level + 1);
        Op loop = new Op.For(
                List.of(),
                name() + ".zero" + (alloc.type().rank() == 1 ? "" : dimension + 1),
                first,
                Operator.LT,
                bound,
                1,
                List.of(),
                new Region(List.of(counter), inner.ops(), List.of()),
                directives(level),
                alloc.span());
        return new Region(
                List.of(),
                List.of(
                        new Op.Constant(first, Literal.Int.of(0), alloc.span()),
                        new Op.Constant(
                                bound, Literal.Int.of(alloc.type().extents().get(dimension)), alloc.span()),
                        loop),
                List.of());
    }

    private String name() {
        String name = alloc.result().name();
        return name == null ? "array" : name;
    }

    private LoopDirectives directives(int level) {
        if (level >= sequential || alloc.type().elements() <= SMALL_ARRAY) {
            return UNROLLED;
        }
        return level == sequential - 1 ? PIPELINED : LoopDirectives.NONE;
    }
}
