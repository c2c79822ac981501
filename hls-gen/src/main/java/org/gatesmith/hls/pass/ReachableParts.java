package org.gatesmith.hls.pass;

import java.util.HashSet;
import java.util.Set;
import org.gatesmith.hls.ir.Op;
import org.gatesmith.hls.ir.Program;
import org.gatesmith.hls.ir.Region;

/** What of a program the kernel calls and reads, directly or not. */
final class ReachableParts {

    private final Program program;
    private final Set<String> functions = new HashSet<>();
    private final Set<String> tables = new HashSet<>();

    private ReachableParts(Program program) {
        this.program = program;
    }

    /** The program without functions that are never called and tables that are never read. */
    static Program of(Program program) {
        ReachableParts parts = new ReachableParts(program);
        parts.add(program.top().name());
        return new Program(
                program.tables().stream()
                        .filter(table -> parts.tables.contains(table.name()))
                        .toList(),
                program.functions().stream()
                        .filter(function -> parts.functions.contains(function.name()))
                        .toList());
    }

    private void add(String function) {
        if (functions.add(function)) {
            add(program.function(function).body());
        }
    }

    private void add(Region region) {
        for (Op op : region.ops()) {
            if (op instanceof Op.Call call) {
                add(call.callee());
            } else if (op instanceof Op.TableRef ref) {
                tables.add(ref.table());
            }
            op.regions().forEach(this::add);
        }
    }
}
