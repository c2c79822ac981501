package org.gatesmith.hls.pass;

import java.util.HashSet;
import java.util.Set;
import org.gatesmith.hls.ir.Function;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;
import org.gatesmith.hls.ir.ScalarType;

/**
 * Cores: functions of numbers that pipelined loops call, directly or through other cores. Such a function takes new operands in
 * every cycle, so its body must be free of loops and memory like that of the loop.
 */
final class Cores {

    private final Program program;
    private final Set<String> names = new HashSet<>();

    private Cores(Program program) {
        this.program = program;
    }

    /** The names of the functions that are cores. */
    static Set<String> of(Program program) {
        Cores cores = new Cores(program);
        for (Function function : program.functions()) {
            cores.collect(function.body(), cores.names.contains(function.name()));
        }
        return cores.names;
    }

    /** Callees come after their callers, so a function is known to be a core before its own calls are looked at. */
    private void collect(Region region, boolean pipelined) {
        for (Op op : region.ops()) {
            if (pipelined && op instanceof Op.Call call && takesNumbersOnly(program.function(call.callee()))) {
                names.add(call.callee());
            }
            boolean inside = pipelined || isPipelined(op);
            op.regions().forEach(inner -> collect(inner, inside));
        }
    }

    static boolean isPipelined(Op op) {
        return op instanceof Op.For loop && loop.directives().isPipelined();
    }

    static boolean takesNumbersOnly(Function function) {
        return function.parameters().stream().allMatch(parameter -> parameter.type() instanceof ScalarType);
    }
}
