package org.gatesmith.hls.scheduler;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.gatesmith.hls.design.Placement;
import org.gatesmith.hls.design.Resource;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Value;

/** How long values wait in registers; those that are only other views of the same bits wait together. */
final class HeldValues {

    private final ModuleContext context;
    private final Map<Value, Placement> producers = new IdentityHashMap<>();
    private final Map<Value, Integer> last = new IdentityHashMap<>();

    HeldValues(ModuleContext context, List<Placement> placements) {
        this.context = context;
        for (Placement placement : placements) {
            placement.op().results().forEach(result -> producers.put(result, placement));
            GraphBuilder.read(placement.op()).forEach(value -> last.merge(value, placement.step(), Math::max));
        }
    }

    /**
     * A value with all its views.
     *
     * @param from cycle in which it is there
     * @param views last cycles in which it, or a view of it, is read
     */
    record Held(Value value, int from, List<View> views) {

        /** Bits that are still needed after some cycles: no more than there are. */
        int bitsAfter(int cycles) {
            int wanted = views.stream()
                    .filter(view -> view.until() >= from + cycles)
                    .mapToInt(View::bits)
                    .sum();
            return Math.min(wanted, ResourceEstimate.bits(value));
        }

        int cycles() {
            return views.stream().mapToInt(View::until).max().orElse(from) - from;
        }
    }

    /** Bits that are read for the last time in a cycle. */
    record View(int bits, int until) {}

    List<Held> all() {
        Map<Value, Held> held = new IdentityHashMap<>();
        last.forEach((value, until) -> {
            Placement placement = producers.get(value);
            if (placement == null
                    || placement.op() instanceof Op.Constant
                    || placement.op() instanceof Op.TableRef
                    || (placement.resource() instanceof Resource.Wires && isAllConstant(placement.op()))) {
                return;
            }
            Value root = root(value);
            Placement origin = producers.get(root);
            int from = origin == null ? placement.resultStep() : origin.resultStep();
            held.computeIfAbsent(root, _ -> new Held(root, from, new ArrayList<>()))
                    .views()
                    .add(new View(ResourceEstimate.bits(value), until));
        });
        return List.copyOf(held.values());
    }

    private boolean isAllConstant(Op op) {
        return op.operands().stream()
                .allMatch(operand -> context.constant(operand).isPresent());
    }

    /** What a view is a view of; it may come from outside, and then waits from its first view on. */
    private Value root(Value value) {
        Placement placement = producers.get(value);
        if (placement == null
                || !(placement.resource() instanceof Resource.Wires)
                || !(placement.op() instanceof Op.Compute || placement.op() instanceof Op.Assume)) {
            return value;
        }
        List<Value> varying = placement.op().operands().stream()
                .filter(operand -> context.constant(operand).isEmpty())
                .toList();
        return varying.size() == 1 && producers.containsKey(varying.getFirst()) ? root(varying.getFirst()) : value;
    }
}
