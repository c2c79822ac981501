package org.gatesmith.hls.pass;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;

/** What no iteration of a while loop changes, among the values that its first region sees. */
final class LoopInvariants {

    private final Set<Value> variant = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Value> written = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Op> hoistable = new ArrayList<>();

    /** Empty when the first region does more than compute: then it cannot be taken apart. */
    static Optional<LoopInvariants> of(Op.While loop) {
        LoopInvariants invariants = new LoopInvariants();
        invariants.variant.addAll(loop.before().parameters());
        invariants.addDefinitions(loop.body());
        for (Op op : loop.before().ops()) {
            if (!invariants.classify(op)) {
                return Optional.empty();
            }
        }
        return Optional.of(invariants);
    }

    private void addDefinitions(Region region) {
        variant.addAll(region.parameters());
        for (Op op : region.ops()) {
            variant.addAll(op.results());
            if (op instanceof Op.Store store) {
                written.add(store.memory());
            } else if (op instanceof Op.Call call) {
                written.addAll(call.operands());
            }
            op.regions().forEach(this::addDefinitions);
        }
    }

    private boolean classify(Op op) {
        boolean pure = switch (op) {
            case Op.Constant _, Op.Compute _, Op.TableRef _, Op.Assume _, Op.Load _ -> true;
            default -> false;
        };
        boolean fixed = op.operands().stream().noneMatch(variant::contains)
                && !(op instanceof Op.Load load && written.contains(load.memory()));
        if (pure && fixed) {
            hoistable.add(op);
        } else {
            variant.addAll(op.results());
        }
        return pure;
    }

    /** Whether every iteration sees the same value. */
    boolean contains(Value value) {
        return !variant.contains(value);
    }

    /** Operations of the first region that may run once before the loop instead; it runs at least once anyway. */
    List<Op> hoistable() {
        return hoistable;
    }
}
