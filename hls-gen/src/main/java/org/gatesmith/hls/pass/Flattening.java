package org.gatesmith.hls.pass;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.gatesmith.hls.ir.Definitions;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.IrTransform;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.range.Ranges;

/** Flattens the nests of one function, the largest first. */
final class Flattening extends IrTransform {

    private final Definitions definitions;
    private final Ranges ranges;
    private final Set<Op.For> kept;
    private final Map<Op.For, LoopNest> flattened;
    private final Set<Op.For> slower;

    /**
     * For one function.
     *
     * @param kept outermost loops of the nests that stay
     * @param flattened takes the new loops with the nests they are made of
     * @param slower takes the outermost loops of those that had better stayed
     */
    Flattening(
            Function function, Ranges ranges, Set<Op.For> kept, Map<Op.For, LoopNest> flattened, Set<Op.For> slower) {
        this.definitions = Definitions.of(function);
        this.ranges = ranges;
        this.kept = kept;
        this.flattened = flattened;
        this.slower = slower;
    }

    @Override
    protected void visit(Op.For loop) {
        Optional<LoopNest> nest =
                LoopNest.of(loop, definitions, ranges).filter(found -> !kept.contains(found.outermost()));
        if (nest.isEmpty()) {
            super.visit(loop);
            return;
        }
        FlatLoop flat = new FlatLoop(this, nest.get(), ranges);
        if (flat.hasLongRecurrence()) {
            kept.add(nest.get().outermost());
            super.visit(loop);
            return;
        }
        Op.For made = flat.build();
        flattened.put(made, nest.get());
        if (flat.besideInner(made).holdsUp()) {
            slower.add(nest.get().outermost());
        }
        emit(made);
    }

    // What the builder of a flat loop needs of the rewriting around it.

    void append(Op op) {
        emit(op);
    }

    void rewrite(Op op) {
        visit(op);
    }

    Value now(Value value) {
        return mapped(value);
    }

    void stands(Value old, Value replacement) {
        replace(old, replacement);
    }

    Region region(Supplier<List<Value>> content) {
        return collected(content);
    }

    Definitions definitions() {
        return definitions;
    }
}
