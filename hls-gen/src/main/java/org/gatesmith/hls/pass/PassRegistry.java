package org.gatesmith.hls.pass;

import java.util.List;
import java.util.Optional;

/** Every pass there is. */
public final class PassRegistry {

    private static final List<Pass> PASSES = List.of(
            new Inline(),
            new CanonicalLoops(),
            new Fold(),
            new CommonSubexpressions(),
            new DeadCode(),
            new ElideZeroing(),
            new Narrow(),
            new SoftFloat(),
            new ZeroArrays(),
            new Unroll(),
            new Partition(),
            new PromoteMemory(),
            new FlattenLoops(),
            new IfConvert(),
            new RepeatedLoads(),
            new Balance(),
            new StrengthReduction());

    private PassRegistry() {}

    /** The passes, in the order of the documentation. */
    public static List<Pass> passes() {
        return PASSES;
    }

    /** The pass with that id. */
    public static Optional<Pass> find(String id) {
        return PASSES.stream().filter(pass -> pass.id().equals(id)).findFirst();
    }
}
