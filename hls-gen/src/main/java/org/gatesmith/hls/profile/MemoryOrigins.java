package org.gatesmith.hls.profile;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.ScalarType;
import org.gatesmith.hls.ir.Value;

/** Which array, port or FIFO a function's memory parameter stands for. */
final class MemoryOrigins {

    private final Program program;
    private final Map<Value, Set<Value>> origins = new IdentityHashMap<>();
    private final Map<Value, Function> homes = new IdentityHashMap<>();

    private MemoryOrigins(Program program) {
        this.program = program;
    }

    /** Follows the calls of a program, whose functions stand after their callers. */
    static MemoryOrigins of(Program program) {
        MemoryOrigins origins = new MemoryOrigins(program);
        for (Value parameter : program.top().parameters()) {
            origins.homes.put(parameter, program.top());
        }
        for (Function function : program.functions()) {
            origins.collect(function, function.body());
        }
        return origins;
    }

    private void collect(Function function, Region region) {
        for (Op op : region.ops()) {
            switch (op) {
                case Op.AllocArray _, Op.AllocFifo _, Op.TableRef _ ->
                    homes.put(op.results().getFirst(), function);
                case Op.Call call ->
                    bind(call.operands(), program.function(call.callee()).parameters());
                default -> op.regions().forEach(inner -> collect(function, inner));
            }
        }
    }

    private void bind(List<Value> operands, List<Value> parameters) {
        for (int i = 0; i < operands.size(); i++) {
            if (!(operands.get(i).type() instanceof ScalarType)) {
                origins.computeIfAbsent(parameters.get(i), _ -> Collections.newSetFromMap(new IdentityHashMap<>()))
                        .addAll(all(operands.get(i)));
            }
        }
    }

    private Set<Value> all(Value memory) {
        return origins.getOrDefault(memory, Set.of(memory));
    }

    /** The memory itself; empty for a parameter that different calls give different ones. */
    Optional<Value> of(Value memory) {
        Set<Value> all = all(memory);
        return all.size() == 1 ? Optional.of(all.iterator().next()) : Optional.empty();
    }

    /** The function that a memory is created in, or the kernel for its ports. */
    Optional<Function> home(Value memory) {
        return Optional.ofNullable(homes.get(memory));
    }
}
