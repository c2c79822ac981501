package org.gatesmith.hls.range;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.FifoType;
import org.gatesmith.hls.ir.IntType;
import org.gatesmith.hls.ir.Literal;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.PortType;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Type;
import org.gatesmith.hls.ir.Value;

/**
 * The arrays, tables, ports and FIFOs of a program: which of them a value may stand for, and what they hold before anything is
 * written to them. A parameter of a function stands for whatever its calls pass.
 */
final class Memories {

    private final Map<Value, Set<Value>> roots = new IdentityHashMap<>();
    private final Map<Value, IntRange> initial = new IdentityHashMap<>();
    private final Program program;
    private final Set<Value> written = Collections.newSetFromMap(new IdentityHashMap<>());

    private Memories(Program program) {
        this.program = program;
    }

    static Memories of(Program program) {
        Memories memories = new Memories(program);
        for (Value parameter : program.top().parameters()) {
            if (!(parameter.type() instanceof ScalarType)) {
                memories.addRoot(parameter, everyElement(parameter.type()));
            }
        }
        program.functions().forEach(function -> memories.collect(function.body()));
        memories.holdEverythingIfNeverWritten();
        return memories;
    }

    private void addRoot(Value memory, IntRange contents) {
        roots.put(memory, Set.of(memory));
        initial.put(memory, contents);
    }

    private static IntRange everyElement(Type type) {
        return switch (type) {
            case PortType port when port.element() instanceof IntType -> IntRange.between(port.min(), port.max());
            case PortType port -> IntRange.NONE;
            case ArrayType array -> everyElement(array.element());
            case FifoType fifo -> everyElement(fifo.element());
            case IntType element -> IntRange.of(element);
            case ScalarType element -> IntRange.NONE;
        };
    }

    private void collect(Region region) {
        for (Op op : region.ops()) {
            switch (op) {
                case Op.AllocArray alloc ->
                    addRoot(alloc.result(), alloc.zeroed() && isInteger(alloc) ? IntRange.constant(0) : IntRange.NONE);
                case Op.AllocFifo alloc -> addRoot(alloc.result(), IntRange.NONE);
                case Op.TableRef ref -> addRoot(ref.result(), contents(ref.table()));
                case Op.Store store -> written.addAll(roots(store.memory()));
                case Op.FifoWrite write -> written.addAll(roots(write.fifo()));
                case Op.Call call -> pass(call);
                default -> op.regions().forEach(this::collect);
            }
        }
    }

    private static boolean isInteger(Op.AllocArray alloc) {
        return alloc.type().element() instanceof IntType;
    }

    private IntRange contents(String table) {
        IntRange all = IntRange.NONE;
        for (Literal element : program.table(table).elements()) {
            if (element instanceof Literal.Int number) {
                all = all.join(IntRange.constant(number.value()));
            }
        }
        return all;
    }

    private void pass(Op.Call call) {
        List<Value> parameters = program.function(call.callee()).parameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (!(parameters.get(i).type() instanceof ScalarType)) {
                roots.computeIfAbsent(parameters.get(i), _ -> Collections.newSetFromMap(new IdentityHashMap<>()))
                        .addAll(roots(call.operands().get(i)));
            }
        }
    }

    /** Reading what no one writes is an error in the program; nothing is assumed of the result. */
    private void holdEverythingIfNeverWritten() {
        initial.replaceAll((memory, contents) ->
                contents.isEmpty() && !written.contains(memory) ? everyElement(memory.type()) : contents);
    }

    /** The memories that a value may stand for. */
    Set<Value> roots(Value memory) {
        return roots.getOrDefault(memory, Set.of());
    }

    /** All arrays, tables, ports and FIFOs. */
    List<Value> all() {
        return new ArrayList<>(initial.keySet());
    }

    /** What a memory holds before anything is written to it. */
    IntRange initial(Value memory) {
        return initial.getOrDefault(memory, IntRange.NONE);
    }
}
