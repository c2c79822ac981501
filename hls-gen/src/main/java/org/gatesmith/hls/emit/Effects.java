package org.gatesmith.hls.emit;

import java.util.stream.Stream;
import org.gatesmith.hls.ir.FifoType;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Type;
import org.gatesmith.hls.ir.Value;

/** What operations do besides computing their results. */
final class Effects {

    private Effects() {}

    /** Whether the operation must happen even if nobody uses its results. */
    static boolean has(Op op) {
        return switch (op) {
            case Op.Store _, Op.FifoRead _, Op.FifoWrite _, Op.Call _, Op.While _ -> true;
            case Op.If _, Op.For _ ->
                op.regions().stream().flatMap(region -> region.ops().stream()).anyMatch(Effects::has);
            case Op.Constant _,
                    Op.Compute _,
                    Op.Assume _,
                    Op.AllocArray _,
                    Op.TableRef _,
                    Op.AllocFifo _,
                    Op.Load _,
                    Op.FifoEmpty _ -> false;
        };
    }

    /** Whether the operation may change what a load from {@code memory} returns. */
    static boolean writes(Op op, Value memory) {
        return switch (op) {
            case Op.Store store -> store.memory() == memory;
            case Op.Call call -> call.operands().contains(memory);
            default -> inner(op).anyMatch(nested -> writes(nested, memory));
        };
    }

    /** Whether the operation uses any FIFO, itself or in what it calls. */
    static boolean usesFifo(Op op) {
        return switch (op) {
            case Op.FifoRead _, Op.FifoWrite _, Op.FifoEmpty _ -> true;
            case Op.Call call -> call.operands().stream().anyMatch(value -> isFifo(value.type()));
            default -> inner(op).anyMatch(Effects::usesFifo);
        };
    }

    /** The memories that the operation reads itself or in its regions. */
    static Stream<Value> reads(Op op) {
        return op instanceof Op.Load load ? Stream.of(load.memory()) : inner(op).flatMap(Effects::reads);
    }

    private static Stream<Op> inner(Op op) {
        return op.regions().stream().map(Region::ops).flatMap(ops -> ops.stream());
    }

    private static boolean isFifo(Type type) {
        return type instanceof FifoType;
    }

    static boolean isNumber(Value value) {
        return value.type() instanceof ScalarType;
    }
}
