package org.gatesmith.hls.design;

import java.util.List;
import java.util.Optional;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Value;
import org.jspecify.annotations.Nullable;

/**
 * An operation on an array, table, port or FIFO, alone or guarded: the only operation, besides constants, in the first region of
 * an {@link Op.If} that yields at most its result, and whose second region holds constants only.
 *
 * @param op the operation as the region has it
 * @param inner the access itself; the same unless it is guarded
 * @param indices none for a FIFO
 * @param guard condition under which it happens, or null for always
 */
public record Access(
        Op op,
        Op inner,
        Kind kind,
        Value memory,
        List<Value> indices,
        @Nullable Value guard) {

    /** What an access does. */
    public enum Kind {
        READ,
        WRITE,
        /** Looks whether a FIFO is empty. */
        TEST
    }

    public Access {
        indices = List.copyOf(indices);
    }

    /** The access that an operation is, if it is one. */
    public static Optional<Access> of(Op op) {
        return op instanceof Op.If branch ? guarded(branch) : of(op, op, null);
    }

    public boolean isWrite() {
        return kind == Kind.WRITE;
    }

    private static Optional<Access> guarded(Op.If branch) {
        List<Op> others = branch.thenRegion().ops().stream()
                .filter(op -> !(op instanceof Op.Constant))
                .toList();
        boolean isOne = others.size() == 1
                && branch.elseRegion().ops().stream().allMatch(Op.Constant.class::isInstance)
                && (branch.results().isEmpty()
                        || branch.thenRegion().yields().equals(others.getFirst().results()));
        return isOne ? of(branch, others.getFirst(), branch.condition()) : Optional.empty();
    }

    private static Optional<Access> of(Op op, Op inner, @Nullable Value guard) {
        return switch (inner) {
            case Op.Load load -> Optional.of(new Access(op, inner, Kind.READ, load.memory(), load.indices(), guard));
            case Op.Store store ->
                Optional.of(new Access(op, inner, Kind.WRITE, store.memory(), store.indices(), guard));
            case Op.FifoRead read -> Optional.of(new Access(op, inner, Kind.READ, read.fifo(), List.of(), guard));
            case Op.FifoWrite write -> Optional.of(new Access(op, inner, Kind.WRITE, write.fifo(), List.of(), guard));
            case Op.FifoEmpty empty -> Optional.of(new Access(op, inner, Kind.TEST, empty.fifo(), List.of(), guard));
            default -> Optional.empty();
        };
    }
}
