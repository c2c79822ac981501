package org.gatesmith.hls.emit.tornado;

import java.util.List;
import java.util.Optional;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Region;

/**
 * The one loop whose iterations become work-items: the kernel's outermost, declared {@code @Parallel}, with nothing around it but
 * computations on scalars, which every work-item repeats. TornadoVM 4.0.1 compiles a second such loop of a method wrongly.
 *
 * @param before the computations
 */
record ParallelLoop(List<Op> before, Op.For loop) {

    ParallelLoop {
        before = List.copyOf(before);
    }

    static Optional<ParallelLoop> of(Region body) {
        List<Op> ops = body.ops();
        if (ops.isEmpty() || !(ops.getLast() instanceof Op.For loop) || !isParallel(loop)) {
            return Optional.empty();
        }
        List<Op> before = ops.subList(0, ops.size() - 1);
        return before.stream().allMatch(ParallelLoop::isPure)
                ? Optional.of(new ParallelLoop(before, loop))
                : Optional.empty();
    }

    private static boolean isParallel(Op.For loop) {
        return loop.directives().parallel()
                && loop.carried().isEmpty()
                && IntType.I32.contains(loop.counter().intType());
    }

    private static boolean isPure(Op op) {
        return switch (op) {
            case Op.Constant _, Op.Compute _, Op.Assume _, Op.TableRef _ -> true;
            default -> false;
        };
    }
}
