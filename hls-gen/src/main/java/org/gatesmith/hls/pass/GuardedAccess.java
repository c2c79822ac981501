package org.gatesmith.hls.pass;

import java.util.List;
import java.util.Optional;
import org.gatesmith.hls.ir.Definitions;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;

/**
 * An access to memory or a FIFO that takes place only while a condition holds: a branch whose first region has one load, store,
 * read or write besides constants and yields at most its result, and whose second region is empty or yields the constant 0.
 *
 * @param condition a boolean
 * @param access the operation in the first region
 * @param result what the branch yields, if it yields something: the access's result, or 0 without the access
 */
public record GuardedAccess(Value condition, Op access, Optional<Value> result) {

    /**
     * The guarded access that a branch is, if it is one.
     *
     * @param definitions those of the function that holds the branch
     */
    public static Optional<GuardedAccess> of(Op.If branch, Definitions definitions) {
        List<Op> accesses = branch.thenRegion().ops().stream()
                .filter(op -> !(op instanceof Op.Constant))
                .toList();
        boolean isOne = accesses.size() == 1
                && isAccess(accesses.getFirst())
                && (branch.results().isEmpty()
                        || branch.thenRegion()
                                .yields()
                                .equals(accesses.getFirst().results()))
                && yieldsZero(branch.elseRegion(), definitions);
        return isOne
                ? Optional.of(new GuardedAccess(
                        branch.condition(),
                        accesses.getFirst(),
                        branch.results().stream().findFirst()))
                : Optional.empty();
    }

    private static boolean isAccess(Op op) {
        return switch (op) {
            case Op.Load _, Op.Store _, Op.FifoRead _, Op.FifoWrite _ -> true;
            default -> false;
        };
    }

    private static boolean yieldsZero(Region region, Definitions definitions) {
        return region.ops().stream().allMatch(Op.Constant.class::isInstance)
                && region.yields().stream()
                        .allMatch(value -> definitions
                                .literal(value)
                                .filter(Promotion.zero(value.scalarType())::equals)
                                .isPresent());
    }
}
