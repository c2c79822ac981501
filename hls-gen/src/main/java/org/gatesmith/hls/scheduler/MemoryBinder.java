package org.gatesmith.hls.scheduler;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gatesmith.api.StorageKind;
import org.gatesmith.hls.design.MemoryBinding;
import org.gatesmith.hls.design.MemoryBinding.Port;
import org.gatesmith.hls.ir.ArrayType;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.Value;
import org.gatesmith.hls.operators.Operators;
import org.jspecify.annotations.Nullable;

/** Chooses memories for the arrays and tables of a function. */
final class MemoryBinder {

    /** Arrays of so few words become LUT RAM: two columns of 64; public HLS reports turn to block RAM at about 160 words. */
    private static final long LUTRAM_WORDS = 128;

    /** Tables of so few words become logic; each bit of 256 words is about four LUTs. */
    private static final long LOGIC_TABLE_WORDS = 256;

    /** Copies of a memory that reads may have at most. A fifth read in a cycle is better served by partitioning. */
    private static final int MAX_READ_PORTS = 4;

    /** Copies of a table, which nobody writes; a pure function, which takes operands in every cycle, has one for each read. */
    private static final int MAX_TABLE_PORTS = 16;

    private final Program program;
    private final Operators operators;
    private final Map<Value, MemoryBinding> bindings = new IdentityHashMap<>();
    private final Map<Value, Integer> parallelReads = new IdentityHashMap<>();
    private final boolean isCore;
    private final Set<Value> passed = Collections.newSetFromMap(new IdentityHashMap<>());

    private MemoryBinder(Program program, Operators operators, boolean isCore) {
        this.program = program;
        this.isCore = isCore;
        this.operators = operators;
    }

    /** A memory for every array and table that the function creates, refers to or is given. */
    static Map<Value, MemoryBinding> bind(Program program, Function function, Operators operators) {
        MemoryBinder binder = new MemoryBinder(program, operators, ModuleScheduler.isCore(program, function));
        binder.countReads(function.body(), 1);
        for (Value parameter : function.parameters()) {
            if (parameter.type() instanceof ArrayType) {
                binder.bindings.put(parameter, binder.block(parameter, StorageKind.BRAM));
            }
        }
        binder.bindAll(function.body());
        return Collections.unmodifiableMap(binder.bindings);
    }

    /** Reads of an array in a straight stretch of code, or in an iteration of a pipelined loop per cycle of its interval. */
    private void countReads(Region region, int interval) {
        Map<Value, Integer> here = new IdentityHashMap<>();
        for (Op op : region.ops()) {
            if (op instanceof Op.Load load) {
                here.merge(load.memory(), 1, Integer::sum);
            }
            if (op instanceof Op.Call call) {
                passed.addAll(call.operands());
            }
            if (op instanceof Op.If branch) {
                branch.thenRegion().ops().stream()
                        .filter(Op.Load.class::isInstance)
                        .forEach(load -> here.merge(((Op.Load) load).memory(), 1, Integer::sum));
            }
            int inside =
                    op instanceof Op.For loop ? Math.max(1, loop.directives().pipelineInterval()) : 1;
            op.regions().forEach(inner -> countReads(inner, inside));
        }
        here.forEach((memory, reads) ->
                parallelReads.merge(memory, Math.ceilDiv(reads, interval), (first, second) -> Math.max(first, second)));
    }

    private void bindAll(Region region) {
        for (Op op : region.ops()) {
            switch (op) {
                case Op.AllocArray alloc -> bindings.put(alloc.result(), array(alloc));
                case Op.TableRef table -> bindings.put(table.result(), table(table));
                default -> op.regions().forEach(this::bindAll);
            }
        }
    }

    private MemoryBinding array(Op.AllocArray alloc) {
        Value array = alloc.result();
        StorageKind wanted = alloc.directives().storage();
        if (passed.contains(array)) {
            return block(array, StorageKind.BRAM);
        }
        return switch (wanted == null ? usual(alloc.type()) : wanted) {
            case REGISTER -> new MemoryBinding(array, StorageKind.REGISTER, 0, List.of(Port.READ, Port.WRITE));
            case LUTRAM -> new MemoryBinding(array, StorageKind.LUTRAM, 0, lutPorts(array));
            case BRAM -> block(array, StorageKind.BRAM);
            // As Verilog describes it, UltraRAM has a port that reads and one that writes.
            case URAM ->
                new MemoryBinding(
                        array, StorageKind.URAM, operators.blockReadLatency(), List.of(Port.READ, Port.WRITE));
        };
    }

    private StorageKind usual(ArrayType type) {
        long words = type.elements();
        return words <= MemoryBinding.REGISTER_WORDS
                ? StorageKind.REGISTER
                : words <= LUTRAM_WORDS && answersAtOnce(type) ? StorageKind.LUTRAM : StorageKind.BRAM;
    }

    /** Whether a cycle is long enough to find an address and read it; block RAM has a register between. */
    private boolean answersAtOnce(ArrayType type) {
        double nanoseconds = operators.addressNanoseconds(type.extents())
                + operators.lutRead(type.elements(), type.element().width()).outputNanoseconds();
        return nanoseconds <= operators.clock().usableNanoseconds();
    }

    private List<Port> lutPorts(Value array) {
        List<Port> ports = new ArrayList<>();
        ports.add(Port.WRITE);
        ports.addAll(Collections.nCopies(reads(array, MAX_READ_PORTS), Port.READ));
        return ports;
    }

    private int reads(Value array, int most) {
        return Math.clamp(parallelReads.getOrDefault(array, 1), 1, most);
    }

    private MemoryBinding block(Value array, StorageKind kind) {
        return new MemoryBinding(array, kind, operators.blockReadLatency(), List.of(Port.BOTH, Port.BOTH));
    }

    private MemoryBinding table(Op.TableRef reference) {
        @Nullable
        StorageKind wanted = program.table(reference.table()).directives().storage();
        Value table = reference.result();
        ArrayType type = (ArrayType) table.type();
        boolean logic = wanted == null
                ? type.elements() <= LOGIC_TABLE_WORDS && answersAtOnce(type)
                : wanted == StorageKind.LUTRAM || wanted == StorageKind.REGISTER;
        boolean inLogic = logic && !passed.contains(table);
        int most = isCore ? Integer.MAX_VALUE : MAX_TABLE_PORTS;
        List<Port> ports = Collections.nCopies(reads(table, most), Port.READ);
        return inLogic
                ? new MemoryBinding(table, StorageKind.LUTRAM, 0, ports)
                : new MemoryBinding(table, StorageKind.BRAM, operators.blockReadLatency(), ports);
    }
}
